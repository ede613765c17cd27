package org.navette.funding;

import java.util.Map;

/** What the properties of installation scenarios ask, as people read them; the first four in the guide's words. */
public final class ScenarioWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(
                    "pfiDmpIndependante",
                    "La fonction PFI pour l'envoi des documents de santé vers le DMP est portée par un logiciel indépendant du DPI"),
            Map.entry(
                    "pfiMssProIndependante",
                    "La fonction PFI pour l'envoi des documents de santé vers la MSS Pro est portée par un logiciel indépendant du DPI"),
            Map.entry(
                    "pfiMssCitoyenIndependante",
                    "La fonction PFI pour l'envoi des documents de santé vers la MSS citoyen est portée par un logiciel indépendant du DPI"),
            Map.entry(
                    "proSanteConnectComplement",
                    "Le DPI met en œuvre une identification électronique par Pro Santé Connect en complément"),
            Map.entry("proSanteConnect", "Identification électronique par Pro Santé Connect"),
            Map.entry("messagerieCitoyenne", "Messagerie citoyenne"),
            Map.entry("drimSource", "DRIM, rôle de source"),
            Map.entry("drimConsommatrice", "DRIM, rôle de consommatrice"),
            Map.entry("alimentationDmp", "Alimentation du DMP"),
            Map.entry("repriseBoites", "Reprise des boîtes aux lettres existantes"),
            Map.entry("agendasPartages", "Agendas partagés"));

    private ScenarioWords() {}

    /** The words of a property; the property itself when there are none. */
    public static String of(String property) {
        return WORDS.getOrDefault(property, property);
    }
}
