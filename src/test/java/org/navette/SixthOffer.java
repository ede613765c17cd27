package org.navette;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An offer that a process owner adds to the five shipped ones, for organism 331. */
public final class SixthOffer {

    /** The id of its form. */
    public static final String ID = "partners.equipment";
    /** Its name in the list of offers. */
    public static final String TITLE = "Demander un équipement médical";

    private static final String FORM =
            """
            {
              "id": "partners.equipment", "type": "default", "schemaVersion": 16,
              "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
              "components": [
                {"type": "text", "id": "Text_Introduction", "text": "Décrivez l'équipement attendu."},
                {"type": "select", "id": "Field_Reason", "key": "reason", "label": "Motif de l'équipement",
                 "valuesKey": "reasons", "validate": {"required": true}},
                {"type": "number", "id": "Field_Count", "key": "count", "label": "Nombre d'appareils",
                 "validate": {"required": true, "min": 1, "max": 9}},
                {"type": "radio", "id": "Field_Delivery", "key": "delivery", "label": "Livraison",
                 "values": [{"label": "À domicile", "value": "home"}, {"label": "En agence", "value": "desk"}],
                 "validate": {"required": true}},
                {"type": "textfield", "id": "Field_Address", "key": "address", "label": "Adresse de livraison",
                 "conditional": {"hide": "=delivery != \\"home\\""}, "validate": {"required": true, "maxLength": 80}},
                {"type": "group", "id": "Group_Files", "label": "Pièces jointes", "components": [
                  {"type": "text", "id": "Text_Files", "text": "La prescription.", "properties": {"widget": "files"}}]},
                {"type": "textarea", "id": "Field_Comment", "key": "comment", "label": "Précisions",
                 "validate": {"required": true, "maxLength": 5000}}
              ]
            }
            """;

    private SixthOffer() {}

    /** What the owner has made, by file name: a form, a row in one table and two in another. */
    public static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(ID + ".form", FORM);
        files.put(
                "partner-offers.dmn",
                Modeler.withRows(
                        "dmn/partners/partner-offers.dmn",
                        Modeler.row(
                                "Rule_Equipment",
                                List.of("\"331\""),
                                List.of(
                                        "\"" + ID + "\"",
                                        "\"" + TITLE + "\"",
                                        "\"Un appareil prescrit à un assuré.\"",
                                        "6"))));
        files.put(
                "partner-reasons.dmn",
                Modeler.withRows(
                        "dmn/partners/partner-reasons.dmn",
                        reason("Rule_Wheelchair", "wheelchair", "Fauteuil roulant", 1)
                                + reason("Rule_Bed", "bed", "Lit médicalisé", 2)));
        return files;
    }

    private static String reason(String id, String value, String label, int position) {
        return Modeler.row(
                id,
                List.of("\"331\"", "\"" + ID + "\""),
                List.of("\"reasons\"", "\"" + value + "\"", "\"" + label + "\"", String.valueOf(position)));
    }
}
