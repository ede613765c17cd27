package org.navette.procedures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Companies;
import org.navette.directory.Company;
import org.navette.directory.Siret;
import org.navette.procedures.Kind.Step;
import org.springframework.stereotype.Component;

/** Whose SIRETs a request may name: those of the person's own company. */
@Component
class OwnSirets {

    private static final String SIRET = "siret";

    private final Companies companies;

    OwnSirets(Companies companies) {
        this.companies = companies;
    }

    /** What is wrong with the SIRET of a step, in French; nothing for a step without, or one that is no SIRET at all. */
    List<String> problems(Office office, Step step, Content content) {
        String siret = siret(content, step.id());
        if (siret == null) {
            return List.of();
        }
        Company company = office.company();
        if (company != null) {
            return Siret.siren(siret).equals(company.siren())
                    ? List.of()
                    : List.of("Ce SIRET n'est pas celui d'un établissement de " + company.name() + ".");
        }
        String own = office.member().siret();
        if (step.id().equals(Prefill.HEAD_OFFICE) && !siret.equals(own)) {
            return List.of("Ce SIRET n'est pas celui du siège que vous avez déclaré à l'inscription (" + own + ").");
        }
        String seat = siret(content, Prefill.HEAD_OFFICE);
        if (seat != null && !Siret.siren(siret).equals(Siret.siren(seat))) {
            return List.of("Ce SIRET n'est pas celui d'un établissement de la même entreprise que le siège.");
        }
        return companies.bySiren(Siret.siren(siret)).isPresent()
                ? List.of(
                        "Cette entreprise est déjà connue de l'annuaire : demandez à y être rattaché depuis votre compte.")
                : List.of();
    }

    private static @Nullable String siret(Content content, String step) {
        if (content.answers(step).get(SIRET) instanceof String typed) {
            String plain = Siret.plain(typed);
            return Siret.isValid(plain) ? plain : null;
        }
        return null;
    }
}
