package org.navette.funding;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The own part of a request to enrol a software (FUND-05, FUND-06).
 *
 * @param id the request's
 * @param answers what was typed; a complementary enrolment repeats what the company is
 * @param form the version of the form that was typed into
 * @param email where mails go
 * @param remark the agent's words: what is awaited, or why it was rejected; null when there is nothing to say
 */
public record Enrolment(
        long id,
        Kind kind,
        String ansNumber,
        String siret,
        Map<String, Object> answers,
        String form,
        String email,
        @Nullable String remark) {

    /** The code of enrolments in the register of requests. */
    public static final String ESPACE = "funding-enrolment";

    /** The first enrolment of a company opens its account; the others are asked for from inside. */
    public enum Kind {
        INITIAL,
        COMPLEMENTARY;

        /** As people read it. */
        public String label() {
            return this == INITIAL ? "INITIAL" : "COMPLÉMENTAIRE";
        }
    }

    /** True when somebody asks on the company's mandate. */
    static boolean isMandated(Map<String, Object> answers) {
        return !Boolean.TRUE.equals(answers.get("samePerson"));
    }

    /** A field that was typed; empty when it was not. */
    static String text(Map<String, Object> answers, String field) {
        return Objects.toString(answers.get(field), "");
    }

    Contact representative() {
        return People.of(answers).representative();
    }

    /** Who asks; null when it is the representative. */
    @Nullable
    Contact applicant() {
        return People.of(answers).applicant();
    }
}
