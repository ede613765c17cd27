package org.navette.partners;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Right answers to the forms of the offers. */
final class RightAnswers {

    private RightAnswers() {}

    static Map<String, Object> of(String offer) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("comment", "Commentaire d'essai");
        if (!offer.equals("partners.contact")) {
            answers.putAll(Map.of(
                    "title", "MRS",
                    "lastName", "TUTU",
                    "firstName", "Joséphine",
                    "birthDate", "1971-10-10",
                    "birthPlace", "44",
                    "phone", "07.00.00.00.00"));
        }
        switch (offer) {
            case "partners.contact" -> {
                answers.put("reason", "service-offers");
                answers.put("meetingModes", List.of("phone"));
            }
            case "partners.difficulty" -> answers.put("reason", "emergency");
            case "partners.appointment" -> answers.put("reason", "c2s");
            case "partners.document" -> answers.put("documents", List.of("rights-certificate"));
            default -> answers.put("reason", "c2s-study");
        }
        return answers;
    }
}
