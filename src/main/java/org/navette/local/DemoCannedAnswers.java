package org.navette.local;

import java.util.UUID;
import org.navette.directory.Organisms;
import org.navette.directory.Supervisor;
import org.navette.requests.CannedAnswers;
import org.navette.requests.CannedText;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Canned answers of the two organisms that have a supervisor in the demonstration. */
@Component
@Profile("local")
class DemoCannedAnswers {

    private static final String REVIEW = "partners.case-review";

    private final CannedAnswers answers;
    private final Organisms organisms;

    DemoCannedAnswers(CannedAnswers answers, Organisms organisms) {
        this.answers = answers;
        this.organisms = organisms;
    }

    void create() {
        Supervisor gironde = new Supervisor(
                "nadia.gironde", "Nadia Perrin", organisms.findById("331").orElseThrow());
        add(
                gironde,
                "",
                "Délai de traitement",
                "Votre demande est en cours d'examen. Une réponse vous sera apportée sous dix jours ouvrés.");
        add(
                gironde,
                "",
                "Pièce illisible",
                "Une des pièces jointes n'est pas lisible. Merci de nous l'envoyer de nouveau par un message sur cette"
                        + " demande, en PDF ou en photo bien éclairée.");
        add(
                gironde,
                REVIEW,
                "Pièces manquantes",
                "Pour étudier le dossier, il nous manque :\n- l'avis d'imposition de chaque membre du foyer ;\n- une"
                        + " pièce d'identité en cours de validité ;\n- un RIB au nom de l'assuré.\n\nVous pouvez les"
                        + " joindre à un message sur cette demande pendant quinze jours.");
        add(
                gironde,
                REVIEW + "/ame",
                "AME accordée",
                "L'aide médicale de l'État est accordée pour un an. La carte est à retirer à l'accueil de l'organisme,"
                        + " sur rendez-vous, par l'assuré lui-même.");
        add(
                gironde,
                REVIEW + "/rights-opening",
                "Droits ouverts",
                "Les droits de l'assuré sont ouverts. L'attestation est disponible dans son compte ameli ou sur simple"
                        + " demande.");
        Supervisor opale = new Supervisor(
                "ines.opale", "Inès Fournier", organisms.findById("623").orElseThrow());
        add(
                opale,
                "",
                "Accusé de réception",
                "Nous avons bien reçu votre demande. Elle est confiée au service compétent.");
        add(
                opale,
                REVIEW,
                "Dossier incomplet",
                "Le dossier est incomplet. Merci de joindre les pièces demandées, en PDF, à un message sur cette"
                        + " demande.");
    }

    private void add(Supervisor supervisor, String topic, String title, String body) {
        answers.add(supervisor, UUID.randomUUID(), new CannedText(topic, title, body));
    }
}
