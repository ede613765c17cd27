package org.navette.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.local.DemoStory.Step;
import org.navette.local.DemoStory.What;

/** Some fifty requests in every status, invented. */
final class DemoStories {

    private static final String[][] PERSONS = {
        {"MRS", "Fontan", "Lucie", "1984-03-12", "33"},
        {"MR", "N'Guyen-Labat", "Théo", "1991-07-01", "Vietnam"},
        {"MRS", "Delmas", "Anne-Sophie", "1957-11-23", "40"},
        {"MR", "El Mansouri", "Youssef", "1979-01-30", "Maroc"},
        {"MRS", "Garat", "Maïté", "1966-05-17", "64"},
        {"MR", "Lopez", "Henri", "1949-09-08", "Espagne"},
        {"MRS", "Traoré", "Aïssata", "1998-12-02", "Mali"},
        {"MR", "Cazenave", "Jean-Pierre", "1972-02-14", "47"},
    };

    private static final String[] COMMENTS = {
        "La personne n'a plus de droits ouverts depuis son déménagement ; les justificatifs sont joints.",
        "Indemnités non versées depuis deux mois, l'employeur confirme l'envoi de l'attestation.",
        "Première demande : la personne maîtrise mal le français, merci de nous joindre pour le rendez-vous.",
        "Dossier déposé en accueil il y a six semaines, sans nouvelle depuis.",
        "Soins dentaires reportés faute de complémentaire.",
    };

    private static final String REPLY =
            "Après étude, la situation de la personne est régularisée. Un courrier de confirmation lui est adressé cette semaine ; ses droits sont visibles sous 48 heures.";

    private final List<DemoStory> stories = new ArrayList<>();
    private int turn;

    /** All stories, in no particular order. */
    static List<DemoStory> all() {
        var all = new DemoStories();
        all.gironde();
        all.others();
        return all.stories;
    }

    private void gironde() {
        String[] authors = {"claire.vasseur@relais.example", "mehdi.benali@relais.example"};
        for (int i = 0; i < 7; i++) {
            story(DemoPeople.RELAIS, authors[i % 2], "331", 2 + 5 * i, fresh(i));
        }
        for (int i = 0; i < 6; i++) {
            story(DemoPeople.RELAIS, authors[i % 2], "331", 50 + 9 * i, List.of(step(What.TAKE, 3)));
        }
        for (int i = 0; i < 6; i++) {
            story(
                    DemoPeople.RELAIS,
                    authors[i % 2],
                    "331",
                    100 + 30 * i,
                    List.of(step(What.TAKE, 4), step(i % 2 == 0 ? What.ANSWER_WITH_FILE : What.ANSWER, 20, REPLY)));
        }
        for (int i = 0; i < 3; i++) {
            story(
                    DemoPeople.RELAIS,
                    authors[i % 2],
                    "331",
                    150 + 20 * i,
                    List.of(
                            step(What.TAKE, 5),
                            step(What.ANSWER, 26, REPLY),
                            step(What.ASK, 20, "Merci. La carte Vitale sera-t-elle mise à jour en même temps ?")));
        }
        for (int i = 0; i < 3; i++) {
            story(DemoPeople.RELAIS, authors[i % 2], "331", 200 + 20 * i, rounds(1 + i));
        }
        story(DemoPeople.RELAIS, authors[0], "331", 400, rounds(4));
        for (int i = 0; i < 6; i++) {
            story(DemoPeople.RELAIS, authors[i % 2], "331", 24 * (30 + 6 * i), closed());
        }
        for (int i = 0; i < 2; i++) {
            story(DemoPeople.RELAIS, authors[i], "331", 60 + 24 * i, List.of(step(What.CANCEL, 2)));
        }
        for (int i = 0; i < 6; i++) {
            story(
                    DemoPeople.HOSPITAL,
                    i % 2 == 0 ? "paul.etcheverry@hopital.example" : "sofia.marques@hopital.example",
                    "331",
                    10 + 31 * i,
                    i < 2 ? List.of() : List.of(step(What.TAKE, 3), step(What.ANSWER, 5, REPLY)));
        }
    }

    private void others() {
        String claire = "claire.vasseur@relais.example";
        String mehdi = "mehdi.benali@relais.example";
        story(DemoPeople.RELAIS, claire, "623", 5, List.of());
        story(DemoPeople.RELAIS, mehdi, "623", 30, List.of(step(What.TAKE, 2)));
        story(
                DemoPeople.HOSPITAL,
                "sofia.marques@hopital.example",
                "623",
                90,
                List.of(step(What.TAKE, 6), step(What.ANSWER, 12, REPLY)));
        story(DemoPeople.RELAIS, claire, "471", 8, List.of());
        story(DemoPeople.RELAIS, claire, "471", 70, List.of(step(What.TAKE, 3), step(What.ANSWER, 20, REPLY)));
        story(DemoPeople.RELAIS, mehdi, "401", 24 * 17, List.of());
        story(DemoPeople.RELAIS, claire, "401", 24 * 20, List.of(step(What.TAKE, 30)));
        story(DemoPeople.RELAIS, claire, "401", 24 * 40, closed());
        story(
                DemoPeople.RELAIS,
                mehdi,
                "641",
                24 * 16,
                List.of(step(What.TAKE, 12), step(What.ANSWER_WITH_FILE, 48, REPLY)));
        story(DemoPeople.RELAIS, claire, "641", 24 * 45, closed());
    }

    private static List<Step> fresh(int i) {
        return switch (i % 4) {
            case 1 -> List.of(step(What.ATTACH, 0));
            case 2 -> List.of(step(What.COMPLETE, 1, "La personne nous a transmis depuis son avis d'imposition."));
            default -> List.of();
        };
    }

    private static List<Step> rounds(int rounds) {
        List<Step> steps = new ArrayList<>(List.of(step(What.TAKE, 6), step(What.ANSWER, 24, REPLY)));
        for (int i = 1; i <= rounds; i++) {
            steps.add(step(What.ASK, 10, "Question " + i + " : le document attendu est-il bien arrivé chez vous ?"));
            steps.add(step(What.REPLY, 12, "Oui, il est au dossier. Rien d'autre n'est nécessaire pour cette étape."));
        }
        return steps;
    }

    private static List<Step> closed() {
        return List.of(step(What.TAKE, 8), step(What.ANSWER, 40, REPLY), step(What.WINDOW_ENDS, 15 * 24 + 1));
    }

    private static Step step(What what, int after) {
        return step(what, after, "");
    }

    private static Step step(What what, int after, String text) {
        return new Step(what, after, text);
    }

    private void story(UUID structure, String author, String organism, int hoursAgo, List<Step> steps) {
        int i = turn++;
        boolean files = steps.stream().anyMatch(step -> step.what() == What.ATTACH);
        String offer = offer(organism, files, i);
        stories.add(
                new DemoStory(structure, author, organism, agent(organism), offer, answers(offer, i), hoursAgo, steps));
    }

    private static String offer(String organism, boolean files, int i) {
        if (files || "623".equals(organism)) {
            return "partners.case-review";
        }
        return List.of(
                        "partners.case-review",
                        "partners.difficulty",
                        "partners.contact",
                        "partners.appointment",
                        "partners.document")
                .get(i % 5);
    }

    private static String agent(String organism) {
        return switch (organism) {
            case "331" -> "agnes.gironde";
            case "623" -> "luc.opale";
            case "471" -> "rene.garonne";
            case "401" -> "odile.landes";
            default -> "xabi.bayonne";
        };
    }

    private static Map<String, Object> answers(String offer, int i) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("comment", COMMENTS[i % COMMENTS.length]);
        if (!offer.equals("partners.contact")) {
            String[] person = PERSONS[i % PERSONS.length];
            answers.put("title", person[0]);
            answers.put("lastName", person[1]);
            answers.put("firstName", person[2]);
            answers.put("birthDate", person[3]);
            answers.put("birthPlace", person[4]);
            answers.put("phone", "06.12.34.56.%02d".formatted(i % 100));
        }
        switch (offer) {
            case "partners.contact" -> {
                answers.put("reason", i % 2 == 0 ? "manage-agreement" : "service-offers");
                answers.put("meetingModes", List.of("phone", "video"));
            }
            case "partners.difficulty" -> difficulty(answers, i);
            case "partners.appointment" -> answers.put("reason", i % 2 == 0 ? "c2s" : "disability-pension");
            case "partners.document" -> answers.put("documents", List.of("rights-certificate", "provisional-ehic"));
            default -> answers.put("reason", i % 2 == 0 ? "c2s-study" : "ame");
        }
        return answers;
    }

    private static void difficulty(Map<String, Object> answers, int i) {
        if (i % 2 == 0) {
            answers.put("reason", "emergency");
            return;
        }
        answers.put("reason", "medical-mission");
        answers.put("consent", true);
        answers.put("supportScopes", List.of("care-renunciation", "digital-fragility"));
        answers.put("careTypes", List.of("specialist-procedures"));
        answers.put("renunciationSince", "three-months-to-one-year");
        answers.put("renunciationCauses", List.of("remaining-cost", "transport"));
    }
}
