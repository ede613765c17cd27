package org.navette.procedures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Company;
import org.navette.directory.Establishment;
import org.navette.directory.LegalRepresentative;
import org.navette.directory.TechnicalRepresentative;
import org.navette.procedures.Content.Person;
import org.navette.procedures.Kind.Effect;
import org.springframework.stereotype.Component;

/** What the directory knows of a company, as the answers of the steps (PROC-08). */
@Component
class Prefill {

    /** The steps whose answers the directory has, and the keys of their fields. */
    static final String HEAD_OFFICE = "head-office";

    static final String ESTABLISHMENT = "establishment";
    static final String TECHNICAL = "technical";

    /** The company's answers; its SIRET alone for a newcomer, nothing about an establishment that is to be. */
    Content of(Office office, Effect effect) {
        Company company = office.company();
        if (company == null) {
            return Content.EMPTY.with(
                    HEAD_OFFICE, Map.of("siret", office.member().siret()));
        }
        Establishment seat =
                company.headOffice().orElse(company.establishments().get(0));
        Map<String, Object> answers = contact(seat);
        answers.put("companyName", company.name());
        Content content = Content.EMPTY.with(HEAD_OFFICE, answers);
        for (LegalRepresentative representative : company.legalRepresentatives()) {
            content = content.with(HEAD_OFFICE, new Person(UUID.randomUUID(), legal(representative)));
        }
        if (effect == Effect.NEW_ESTABLISHMENT) {
            return content;
        }
        content = content.with(ESTABLISHMENT, place(seat));
        for (TechnicalRepresentative representative : seat.technicalRepresentatives()) {
            content = content.with(TECHNICAL, new Person(UUID.randomUUID(), technical(representative)));
        }
        return content;
    }

    private static Map<String, Object> place(Establishment establishment) {
        Map<String, Object> answers = contact(establishment);
        put(answers, "sign", establishment.name());
        put(answers, "opensOn", establishment.openedOn());
        return answers;
    }

    private static Map<String, Object> contact(Establishment establishment) {
        Map<String, Object> answers = new LinkedHashMap<>();
        put(answers, "siret", establishment.siret());
        put(answers, "address", establishment.address().line1());
        put(answers, "addressMore", establishment.address().line2());
        put(answers, "postcode", establishment.address().postcode());
        put(answers, "city", establishment.address().city());
        put(answers, "email", establishment.email());
        put(answers, "phone", establishment.phone());
        return answers;
    }

    private static Map<String, Object> legal(LegalRepresentative person) {
        Map<String, Object> answers =
                person(person.civility(), person.lastName(), person.firstName(), person.birthDate());
        put(answers, "quality", person.quality());
        put(answers, "email", person.email());
        put(answers, "phone", person.phone());
        return answers;
    }

    private static Map<String, Object> technical(TechnicalRepresentative person) {
        Map<String, Object> answers =
                person(person.civility(), person.lastName(), person.firstName(), person.birthDate());
        put(answers, "qualification", person.qualification());
        put(answers, "rpps", person.rpps());
        put(answers, "adeli", person.adeli());
        return answers;
    }

    private static Map<String, Object> person(Object civility, String lastName, String firstName, Object birthDate) {
        Map<String, Object> answers = new LinkedHashMap<>();
        put(answers, "title", civility);
        put(answers, "lastName", lastName);
        put(answers, "firstName", firstName);
        put(answers, "birthDate", birthDate);
        return answers;
    }

    private static void put(Map<String, Object> answers, String key, @Nullable Object value) {
        String text = Objects.toString(value, "");
        if (!text.isEmpty()) {
            answers.put(key, text);
        }
    }
}
