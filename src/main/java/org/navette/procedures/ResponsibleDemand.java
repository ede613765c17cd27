package org.navette.procedures;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person gives so that an agent recognises them as responsible in law for a company (PROC-03): names and address as
 * they were that day. The request with the same id has its number and status.
 *
 * @param civility {@code MRS} or {@code MR}
 * @param form the version of the form that was answered
 * @param decision {@code ACCEPTED} or {@code REFUSED}; null before
 * @param explanation what the agent wrote; null before, may be empty
 */
public record ResponsibleDemand(
        long id,
        UUID company,
        String civility,
        String lastName,
        String firstName,
        String email,
        String phone,
        String form,
        Map<String, Object> answers,
        @Nullable String decision,
        @Nullable String explanation) {

    /** What these requests are filed under: theirs is a register of its own beside the company's requests. */
    static final String ESPACE = "procedures-responsible";

    /** What they are about, as agents and mails call it. */
    static final String SUBJECT = "Qualité de responsable juridique";
}
