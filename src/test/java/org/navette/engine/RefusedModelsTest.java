package org.navette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Modeler;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@NavetteTest
@DisplayName("A model that would fail later is refused when it is deployed")
class RefusedModelsTest {

    private static final String REQUEST = "processes/partners/partner-request.bpmn";

    @LocalServerPort
    int port;

    Modeler modeler;

    @BeforeEach
    void open(@Autowired ApplicationContext application) {
        modeler = new Modeler(application, port);
    }

    @AfterEach
    void close() {
        modeler.close();
    }

    @ParameterizedTest(name = "{1} at {2}")
    @DisplayName("COMM-13 an unknown name in a diagram is refused, and the message names the element")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "value=\"RESOLVED\" | value=\"SOLVED\" | Event_Resolved | la phase « SOLVED » n'existe pas",
                "name=\"status.phase\" value=\"WITH_US\" | name=\"x\" value=\"y\" | Event_New | la phase «  »",
                "complete,cancel | complete,delete | Event_New | l'action « delete » n'existe pas",
                "partners/resolved | partners/solved | Event_Resolved | le courriel « partners/solved »",
                "partners/resolved | accounts/activation | Event_Resolved | le courriel « accounts/activation »",
                "partners/resolved | ../../application | Event_Resolved | le courriel",
                "value=\"resolved\" | value=\"Résolu\" | Event_Resolved | le code d'un statut",
                "name=\"Résolu\" | name=\"\" | Event_Resolved | porte le nom",
                "name=\"status.mail\" | name=\"status.mial\" | Event_TakenInCharge | « status.mial » n'existe pas",
                "name=\"status.mail\" | name=\"status.code\" | Event_TakenInCharge | écrite deux fois",
                "value=\"rememberAgent\" | value=\"forgetAgent\" | UserTask_TakeInCharge | le composant « forgetAgent »",
                "value=\"rememberAgent\" | value=\"deadlines\" | UserTask_TakeInCharge | ne suit pas les tâches",
                "deadlines.inDays(15) | calendar.inDays(15) | UserTask_Answer | nomme « calendar »",
                "deadlines.inDays(15) | deadlines.inWeeks(2) | UserTask_Answer | « inWeeks », que ce composant n'a pas",
                "${deadlines.inDays(15)} | ${deadlines.inDays(15} | UserTask_Answer | ne peut pas être lue",
                "${agent} | ${agnt} | UserTask_Answer | nomme « agnt », qui n'est ni un composant ni une variable",
                "${organism}-agent | ${organisme}-agent | UserTask_TakeInCharge | nomme « organisme »",
                "now().before | today().before | Flow_NextRound | « today() », qui n'existe pas",
                "${round &lt; 4 and now().before(exchangeEndsAt)} | round &lt; 4 | Flow_NextRound | doit s'écrire ${…}",
                "partners.followed-up | partners.follows | Event_FollowedUp | personne n'envoie le message",
                "formRef=\"partner-request.answer\" | formRef=\"answer\" | UserTask_Answer | le formulaire « answer »",
                "formRefBinding=\"version\" | formRefBinding=\"deployment\" | UserTask_TakeInCharge | liez-le par version",
                "<bpmn:boundaryEvent id=\"Event_Completed\" name=\"Demande complétée\" | <bpmn:boundaryEvent id=\"Event_Completed\" camunda:class=\"java.lang.Object\" | Event_Completed | les classes Java"
            })
    void diagrams(String before, String after, String element, String why) {
        refused(REQUEST, before, after, element, why);
    }

    @Test
    @DisplayName("COMM-13 a status on an event that waits is refused")
    void statusOnAWait() {
        refused(
                REQUEST,
                "<bpmn:boundaryEvent id=\"Event_Cancelled\" name=\"Demande annulée\" camunda:modelerTemplate=\"navette.partner-wait\" attachedToRef=\"UserTask_TakeInCharge\">",
                "<bpmn:boundaryEvent id=\"Event_Cancelled\" name=\"Demande annulée\" attachedToRef=\"UserTask_TakeInCharge\"><bpmn:extensionElements><camunda:properties><camunda:property name=\"status.code\" value=\"c\" /></camunda:properties></bpmn:extensionElements>",
                "Event_Cancelled",
                "qui n'attend rien");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @DisplayName("COMM-13 a table that Java could not read is refused: the message names table, rule and column")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "partners/partner-offers | \"partners.contact\" | \"partners.contacts\" | règle 1 (Rule_Contact), colonne « Formulaire de l'offre » | « partners.contacts » n'est pas déployé",
                "partners/partner-offers | <text>1</text> | <text>1 +</text> | règle 1 (Rule_Contact), colonne « Ordre d'affichage » | n'est pas une expression FEEL",
                "partners/partner-offers | <text>3</text> | <text>\"3\"</text> | règle 3 (Rule_Appointment), colonne « Ordre d'affichage » | un nombre positif",
                "partners/partner-offers | \"331\",\"471\" | \"331\",,\"471\" | règle 1 (Rule_Contact), colonne « Organisme (code) » | n'est pas une condition FEEL",
                "partners/partner-offers | <text>\"Demander un document\"</text> | <text></text> | règle 5 (Rule_Document), colonne « Titre » | ne peut pas rester vide",
                "partners/partner-offers | name=\"title\" | name=\"titre\" | partner-offers | la colonne de sortie « title »",
                "partners/partner-offers | <text>organism</text> | <text>organisme</text> | colonne « Organisme (code) » | lit « organisme », qui n'est pas donné",
                "partners/partner-offers | hitPolicy=\"COLLECT\" | hitPolicy=\"FIRST\" | partner-offers | COLLECT ou RULE ORDER",
                "partners/partner-offers | hitPolicy=\"COLLECT\" | hitPolicy=\"COLLECT\" aggregation=\"COUNT\" | partner-offers | ne convient pas",
                "partners/partner-reasons | name=\"field\" | name=\"list\" | partner-reasons | la colonne de sortie « field »",
                "partners/convention-access | <text>\"FULL\"</text> | <text>\"ALL\"</text> | colonne « Accès » | FULL, READ_ONLY, HIDDEN",
                "partners/convention-access | hitPolicy=\"UNIQUE\" | hitPolicy=\"COLLECT\" | convention-access | ANY ou FIRST ou UNIQUE",
                "partners/convention-access | (start - today) | (start - yesterday) | colonne « Jours avant le début | lit « yesterday »",
                "procedures/procedure-kinds | \"NEW_COMPANY\" | \"NEW\" | règle 1 (Rule_FirstInstallation), colonne « Effet sur l'annuaire » | NEW_COMPANY, NEW_ESTABLISHMENT, ADDRESS, STAFF, NONE",
                "procedures/procedure-kinds | hitPolicy=\"COLLECT\" | hitPolicy=\"UNIQUE\" | procedure-kinds | COLLECT ou RULE ORDER",
                "procedures/procedure-kinds | <text>standing</text> | <text>kind</text> | colonne « Situation du demandeur » | lit « kind », qui n'est pas donné",
                "procedures/procedure-documents | \"REQUIRED\" | \"NEEDED\" | règle 1 (Rule_Identity), colonne « Exigence » | REQUIRED, OPTIONAL",
                "procedures/procedure-documents | <text>\"kbis\"</text> | <text></text> | règle 2 (Rule_Kbis), colonne « Code du document » | ne peut pas rester vide",
                "procedures/procedure-steps | \"procedures.head-office\" | \"procedures.seat\" | colonne « Formulaire » | « procedures.seat » n'est pas déployé",
                "procedures/procedure-steps | \"procedures.legal-representative\" | \"procedures.person\" | colonne « Formulaire d'une personne » | « procedures.person » n'est pas déployé",
                "procedures/procedure-steps | \"COMPLETE\" | \"ALL\" | colonne « Exigence » | COMPLETE, PREFILLED",
                "common/attachment-rules | \"pdf,doc | \"exe,doc | colonne « Extensions acceptées » | « exe » ne peuvent pas être contrôlés",
                "common/attachment-rules | <text>5242880</text> | <text>\"5 Mo\"</text> | colonne « Taille maximum | un nombre positif",
                "common/attachment-rules | <text>\"A4-portrait\"</text> | <text>\"A5\"</text> | colonne « Format de page, si imposé » | les formats de page possibles sont A4, A4-portrait"
            })
    void tables(String table, String before, String after, String where, String why) {
        refused("dmn/" + table + ".dmn", before, after, where, why);
    }

    @ParameterizedTest(name = "{1}: {3}")
    @DisplayName("COMM-13 a form that cannot be checked is refused: the message names the component")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "contact | \"type\": \"checklist\" | \"type\": \"filepicker\" | meetingModes | « widget » = « files »",
                "contact | \"type\": \"checklist\" | \"type\": \"checklists\" | meetingModes | n'est pas pris en charge",
                "contact | \"key\": \"meetingModes\" | \"key\": \"reason\" | reason | déjà celle d'un autre champ",
                "contact | \"key\": \"meetingModes\" | \"key\": \"a.b\" | a.b | sans point",
                "contact | \"id\": \"partners.contact\" | \"id\": \"Partners Contact\" | Partners Contact | en minuscules",
                "contact | \"components\": [ | \"composants\": [ | partners.contact | n'a pas de composants",
                "contact | \"maxLength\": 5000 | \"pattern\": \"[a-\" | comment | l'expression régulière",
                "contact | \"key\": \"comment\", | \"key\": \"comment\", \"conditional\": {\"hide\": \"=trim(reason) = null\"}, | comment | comprennent de même",
                "contact | \"key\": \"comment\", | \"key\": \"comment\", \"conditional\": {\"hide\": \"=reason is defined\"}, | comment | FEEL",
                "contact | \"key\": \"comment\", | \"key\": \"comment\", \"conditional\": {\"hide\": \"=motif = null\"}, | comment | « motif », qui n'est pas un champ",
                "contact | \"key\": \"comment\", | \"key\": \"comment\", \"conditional\": {\"hide\": \"=reason = \"}, | comment | n'est pas une expression FEEL",
                "contact | \"key\": \"comment\", | \"key\": \"comment\", \"conditional\": {\"hide\": \"reason = null\"}, | comment | le signe ="
            })
    void forms(String form, String before, String after, String component, String why) {
        refused("forms/partners/partners." + form + ".form", before, after, component, why);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @DisplayName("COMM-13 a form of procedures with a check or a bound that does not exist is refused")
    @CsvSource(
            delimiter = '|',
            value = {
                "head-office | \"check\": \"siret\" | \"check\": \"siren\" | siret | le contrôle « siren » n'existe pas",
                "technical-representative | \"check\": \"rpps\" | \"check\": \"finess\" | rpps | le contrôle « finess » n'existe pas",
                "legal-representative | today-18y | today-18 | birthDate | « min » et « max » sont « today »"
            })
    void procedureForms(String form, String before, String after, String component, String why) {
        refused("forms/procedures/procedures." + form + ".form", before, after, component, why);
    }

    @ParameterizedTest(name = "{1} at {2}")
    @DisplayName("COMM-13 an unknown name in the diagram of procedures is refused, and the message names the element")
    @CsvSource(
            delimiter = '|',
            value = {
                "name=\"status.actions\" value=\"correct\" | name=\"status.actions\" value=\"amend\" | Event_CorrectionsAsked | l'action « amend » n'existe pas",
                "procedures.corrected | procedures.fixed | ReceiveTask_Corrections | personne n'envoie le message",
                "${updateDirectory} | ${updateEverything} | ServiceTask_UpdateDirectory | « ${updateEverything} » n'existe pas",
                "procedures/reminder | procedures/remind | Event_Reminded | le courriel « procedures/remind »",
                "R3/P15D | three times | Event_ReminderDue | ne peut pas être lu",
                "value=\"recordInstruction\" | value=\"recordVerdict\" | UserTask_Instruct | le composant « recordVerdict »"
            })
    void procedureDiagram(String before, String after, String element, String why) {
        refused("processes/procedures/procedure-request.bpmn", before, after, element, why);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @DisplayName("COMM-13 a table or a process that a diagram calls must be deployed, or come with it")
    @CsvSource(
            delimiter = '|',
            value = {
                "<bpmn:businessRuleTask id=\"Task_A\" camunda:decisionRef=\"nowhere\" /> | la table « nowhere » n'est pas déployée",
                "<bpmn:businessRuleTask id=\"Task_A\" camunda:decisionRef=\"request-priority\" camunda:decisionRefBinding=\"deployment\" /> | liée par « deployment »",
                "<bpmn:callActivity id=\"Task_A\" calledElement=\"nowhere\" /> | le processus appelé « nowhere » n'est pas déployé",
                "<bpmn:callActivity id=\"Task_A\" /> | le processus appelé «  » n'est pas déployé",
                "<bpmn:callActivity id=\"Task_A\" calledElement=\"file-purge\" /> |",
                "<bpmn:callActivity id=\"Task_A\" calledElement=\"test-calls\" /> |",
                "<bpmn:businessRuleTask id=\"Task_A\" camunda:decisionRef=\"request-priority\" /> |"
            })
    void calls(String task, String why) {
        String model = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><bpmn:definitions"
                + " xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"test\">"
                + "<bpmn:process id=\"test-calls\" isExecutable=\"true\"><bpmn:startEvent id=\"Event_Start\" />"
                + "<bpmn:sequenceFlow id=\"Flow_A\" sourceRef=\"Event_Start\" targetRef=\"Task_A\" />" + task
                + "</bpmn:process></bpmn:definitions>";
        var answer = modeler.send("test-calls.bpmn", model);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(why == null ? 200 : 400);
        if (why != null) {
            assertThat(answer.body()).contains(why, "test-calls.bpmn", "Task_A");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "R3/P1D", "0 0 2 * * ?"})
    @DisplayName("COMM-13 a repeated timer is a cycle of durations or a cron line")
    void timers(String cycle) {
        String path = "processes/common/file-purge.bpmn";
        refused(path, "R/PT1H", "toutes les heures", "StartEvent_EveryHour", "ne peut pas être lu");
        String own = Modeler.changed(path, "R/PT1H", cycle).replace("file-purge", "test-timer");
        assertThat(modeler.send("test-timer.bpmn", own).statusCode()).isEqualTo(cycle.equals("PT1H") ? 400 : 200);
    }

    @Test
    @DisplayName("COMM-13 a variable that the diagram itself sets may be named")
    void ownVariables() {
        var accepted = modeler.send(
                "partner-request.bpmn",
                Modeler.changed(
                        "processes/partners/partner-request.bpmn",
                        "<camunda:outputParameter name=\"round\">${0}",
                        "<camunda:outputParameter name=\"start\">${execution.setVariable('first', 1)}</camunda:outputParameter>"
                                + "<camunda:outputParameter name=\"round\">${first - 1}"));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    }

    @Test
    @DisplayName("COMM-13 the shipped models pass the same checks")
    void shipped() {
        assertThat(modeler.send("partner-request.bpmn", Modeler.shipped(REQUEST))
                        .statusCode())
                .isEqualTo(200);
    }

    private void refused(String path, String before, String after, String where, String why) {
        String file = Path.of(path).getFileName().toString();
        var answer = modeler.send(file, Modeler.changed(path, before, after));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        String message = answer.body().replace("\\\"", "\"");
        assertThat(message).contains("Déploiement refusé", file, where, why);
    }
}
