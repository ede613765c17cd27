package org.navette.procedures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.Modeler.row;
import static org.navette.Modeler.withRows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.FormOverHttp;
import org.navette.Modeler;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.files.SamplePdf;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureTraces;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.ServiceWorld;
import org.navette.procedures.Typed;
import org.navette.requests.Dossiers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@NavetteTest
@DisplayName("PROC-06 A seventh kind of request")
class NewKindTest {

    private static final String TITLE = "Dépôt de matériel de prêt";
    private static final String FORM =
            """
            {
              "id": "procedures.equipment", "type": "default", "schemaVersion": 16,
              "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
              "components": [
                {"type": "textfield", "id": "Field_Place", "key": "place", "label": "SIRET du lieu de dépôt",
                 "properties": {"check": "siret"}, "validate": {"required": true, "maxLength": 25}},
                {"type": "number", "id": "Field_Count", "key": "count", "label": "Nombre d'appareils",
                 "validate": {"required": true, "min": 1, "max": 9}}
              ]
            }
            """;

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    ProcedureTraces traces;

    @Autowired
    Dossiers dossiers;

    @Autowired
    SentLetters letters;

    @LocalServerPort
    int port;

    private Modeler owner;
    private Office office;
    private Browser browser;

    @BeforeEach
    void open(@Autowired ApplicationContext application) {
        owner = new Modeler(application, port);
        office = world.responsible();
        browser = world.browser(office, port);
    }

    @AfterEach
    void takeBack() {
        owner.close();
    }

    @Test
    @DisplayName(
            "PROC-06 is one form and a row in three tables, deployed from Modeler: prepared, sent and instructed, no Java")
    void wholeLife() {
        assertThat(browser.get(Paths.NEW).text()).doesNotContain(TITLE);
        owner.deploy(files());
        assertThat(browser.get(Paths.NEW).text()).contains(TITLE, "Un dépôt chez un confrère.");

        UUID draft = begun("equipment-loan");
        String page = browser.get(Paths.draft(draft) + "/documents").text();
        assertThat(page).contains(TITLE, "Inventaire du matériel", "Autre document", "Matériel");
        FormOverHttp equipment = FormOverHttp.open(browser, Paths.draft(draft) + "/etapes/equipment");
        Browser.Page refused = equipment.send(Map.of("place", "123", "count", 12));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(new FormOverHttp(browser, refused).errors()).containsOnlyKeys("place", "count");
        Browser.Page validation = browser.get(Paths.draft(draft) + "/validation");
        assertThat(validation.text())
                .contains(
                        "Document à joindre : Inventaire du matériel.",
                        "À compléter ou à corriger : SIRET du lieu de dépôt, Nombre d'appareils.");

        String siret = Typed.siret(office.company().siren(), 5);
        equipment = FormOverHttp.open(browser, Paths.draft(draft) + "/etapes/equipment");
        assertThat(equipment.answers()).containsEntry("place", "123");
        assertThat(equipment.send(Map.of("place", siret, "count", 3)).location())
                .isEqualTo(Paths.draft(draft) + "/validation");
        assertThat(browser.upload(
                                FormOverHttp.uploadUrl(browser, Paths.draft(draft) + "/documents", "inventory"),
                                "file",
                                "inventaire.pdf",
                                "application/pdf",
                                SamplePdf.plain())
                        .status())
                .isEqualTo(201);
        Browser.Page validated =
                FormOverHttp.open(browser, Paths.draft(draft) + "/validation").send(Typed.COMMITMENTS);
        assertThat(browser.follow(validated).text())
                .contains("Matériel", "SIRET du lieu de dépôt " + siret, "Nombre d'appareils 3", "inventaire.pdf");
        Browser.Page sent = browser.post(Paths.draft(draft) + "/envoi", Map.of());
        String number = sent.location().substring(sent.location().lastIndexOf('/') + 1);
        assertThat(number).startsWith("LPP-");
        assertThat(browser.follow(sent).text())
                .contains(TITLE, "Nombre d'appareils 3", "Inventaire du matériel", "En traitement");

        var dossier = dossiers.of(
                        service.agent(), UUID.fromString(service.task(number).getId()))
                .orElseThrow();
        assertThat(ProcedureTraces.texts(dossier.blocks())).contains("Nombre d'appareils: 3");
        service.ask(number, List.of("equipment"), List.of("inventory"));
        assertThat(browser.get(Paths.request(number)).text()).contains("Corrections demandées");
        service.later(java.time.Duration.ZERO);
        world.correct(office, number, "inventory");
        service.accept(number);
        assertThat(traces.status(number)).isEqualTo("Traitée");
        assertThat(letters.lastTo(world.login(office)).text()).contains(number, TITLE);
    }

    @Test
    @DisplayName(
            "PROC-06 waits for its form, is offered to whom its row says, and is gone with it, its requests staying readable")
    void borders() {
        assertThat(owner.send("procedure-steps.dmn", files().get("procedure-steps.dmn"))
                        .body())
                .contains("Rule_Equipment", "procedures.equipment", "n'est pas déployé");
        owner.deploy(files());
        Browser newcomer = world.browser(world.newcomer(), port);
        assertThat(newcomer.get(Paths.NEW).text())
                .contains("Première installation")
                .doesNotContain(TITLE);
        assertThat(newcomer.post(Paths.NEW, Map.of("kind", "equipment-loan")).location())
                .isEqualTo(Paths.NEW);
        UUID draft = begun("equipment-loan");

        owner.close();
        assertThat(browser.get(Paths.NEW).text()).doesNotContain(TITLE);
        assertThat(browser.get(Paths.draft(draft) + "/documents").status()).isEqualTo(404);
        assertThat(browser.get(Paths.HOME).status()).isEqualTo(200);
        assertThat(browser.post(Paths.draft(draft) + "/suppression", Map.of()).location())
                .isEqualTo(Paths.HOME);
    }

    private UUID begun(String kind) {
        browser.get(Paths.NEW);
        Browser.Page begun = browser.post(Paths.NEW, Map.of("kind", kind));
        assertThat(begun.location()).startsWith(Paths.DRAFTS);
        return UUID.fromString(begun.location().substring(begun.location().lastIndexOf('/') + 1));
    }

    /** What the owner has made, by file name: a form, and rows in three tables. */
    private static Map<String, String> files() {
        String folder = "dmn/procedures/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("procedures.equipment.form", FORM);
        files.put(
                "procedure-kinds.dmn",
                withRows(
                        folder + "procedure-kinds.dmn",
                        row(
                                "Rule_EquipmentLoan",
                                List.of("\"RESPONSIBLE\""),
                                List.of(
                                        "\"equipment-loan\"",
                                        "\"" + TITLE + "\"",
                                        "\"Un dépôt chez un confrère.\"",
                                        "\"NONE\"",
                                        "7"))));
        files.put(
                "procedure-documents.dmn",
                withRows(
                        folder + "procedure-documents.dmn",
                        row(
                                "Rule_Inventory",
                                List.of("\"equipment-loan\""),
                                List.of("\"inventory\"", "\"Inventaire du matériel\"", "\"REQUIRED\"", "1"))));
        files.put(
                "procedure-steps.dmn",
                withRows(
                        folder + "procedure-steps.dmn",
                        row(
                                "Rule_Equipment",
                                List.of("\"equipment-loan\""),
                                List.of(
                                        "\"equipment\"",
                                        "\"Matériel\"",
                                        "\"procedures.equipment\"",
                                        "",
                                        "",
                                        "",
                                        "\"COMPLETE\"",
                                        "4"))));
        return files;
    }
}
