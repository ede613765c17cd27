package org.navette.funding;

import java.math.BigDecimal;

/** The header of a file agrees with what was chosen on the page, and with itself. */
final class HeaderRules {

    private static final String EXPECTED = "Choisissez sur la page ce que dit le fichier, ou corrigez le fichier.";

    private HeaderRules() {}

    static void type(DeclaredFile file, FileRule.Context context, Findings findings) {
        RequestType chosen = context.parameters().type();
        file.type()
                .filter(type -> type != chosen)
                .ifPresent(type -> findings.error(
                        "/type",
                        French.say(
                                "Le type choisi sur la page est « %s », celui du fichier est « %s ».",
                                chosen.code(), type.code()),
                        EXPECTED));
    }

    static void ansNumber(DeclaredFile file, FileRule.Context context, Findings findings) {
        String chosen = context.software().ansNumber();
        file.text("numeroANS")
                .filter(number -> !number.strip().equalsIgnoreCase(chosen))
                .ifPresent(number -> findings.error(
                        "/numeroANS",
                        French.say(
                                "Le numéro ANS choisi sur la page est « %s », celui du fichier est « %s ».",
                                chosen, French.quote(number)),
                        EXPECTED));
    }

    static void vatRate(DeclaredFile file, FileRule.Context context, Findings findings) {
        BigDecimal chosen = context.parameters().vatRate();
        file.vatRate()
                .filter(rate -> rate.compareTo(chosen) != 0)
                .ifPresent(rate -> findings.error(
                        "/tauxTVA",
                        French.say(
                                "Le taux de TVA choisi sur la page est %s %%, celui du fichier est %s %%.",
                                chosen.toPlainString(), rate.toPlainString()),
                        EXPECTED));
        boolean taxed = file.vatRegime().filter(VatRegime.TTC::equals).isPresent();
        if (taxed && file.vatRate().filter(rate -> rate.signum() == 0).isPresent()) {
            findings.warning(
                    "/regimeTVA",
                    French.say("Le régime est TTC alors que le taux de TVA est 0 %%."),
                    "Le régime HT, ou le taux qui figure sur la commande.");
        }
    }
}
