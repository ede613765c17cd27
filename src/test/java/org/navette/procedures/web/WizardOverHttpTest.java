package org.navette.procedures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.FormOverHttp;
import org.navette.NavetteTest;
import org.navette.files.SamplePdf;
import org.navette.procedures.Corrections;
import org.navette.procedures.Drafts;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureTraces;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.ServiceWorld;
import org.navette.procedures.Standing;
import org.navette.procedures.Typed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("PROC-07 The wizard without a browser")
class WizardOverHttpTest {

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    ProcedureTraces traces;

    @Autowired
    Drafts drafts;

    @Autowired
    Corrections corrections;

    @LocalServerPort
    int port;

    private Office office;
    private Browser browser;
    private UUID draft;
    private String seat;

    @BeforeEach
    void open() {
        office = world.responsible();
        browser = world.browser(office, port);
        draft = world.draft(office, "staff-change");
        seat = Paths.draft(draft) + "/etapes/head-office";
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PROC-05 a page that another tab has overtaken is told so, and what was typed stays on it")
    void twoTabs() {
        FormOverHttp first = FormOverHttp.open(browser, seat);
        FormOverHttp second = FormOverHttp.open(browser, seat);
        assertThat(first.keep(Typed.with(first.answers(), "city", "PREMIER")).status())
                .isEqualTo(200);
        Browser.Page late = second.keep(Typed.with(second.answers(), "city", "SECOND"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("autre onglet");
        Browser.Page refused = second.send(Typed.with(second.answers(), "city", "SECOND"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(new FormOverHttp(browser, refused).answers()).containsEntry("city", "SECOND");
        assertThat(drafts.find(office, draft).orElseThrow().content().answers("head-office"))
                .containsEntry("city", "PREMIER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"comment\": \"a\\u0000b\"}", "{\"comment\": \"a\\ud800b\"}", "{\"a\\u0000\": 1}", "LONG"})
    @DisplayName("PROC-05 what cannot be stored is refused with a sentence, and nothing is kept")
    void unusable(String answers) {
        String sent = answers.equals("LONG") ? FormOverHttp.json(Map.of("comment", "é".repeat(300_000))) : answers;
        FormOverHttp form = FormOverHttp.open(browser, seat);
        String version = form.hidden("version");
        Browser.Page kept = form.keep(sent, version);
        assertThat(kept.status()).isEqualTo(422);
        assertThat(kept.body()).contains("Rien n'a été enregistré");
        Browser.Page page = form.send(sent, version);
        assertThat(page.status()).isEqualTo(422);
        assertThat(new FormOverHttp(browser, page).errors()).isNotEmpty();
        assertThat(drafts.find(office, draft).orElseThrow().content().answers("head-office"))
                .containsEntry("address", "3 quai de Valmy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "3", "{", "{\"siret\": {\"a\": [1, null]}}", "{\"siret\": 1e400}"})
    @DisplayName("PROC-05 what is no answer at all is no error page")
    void crafted(String answers) {
        FormOverHttp form = FormOverHttp.open(browser, seat);
        for (String version : List.of(form.hidden("version"), "x", "-3", "99999999999999999999")) {
            assertThat(form.send(answers, version).status()).isBetween(200, 499);
            assertThat(form.keep(answers, version).status()).isBetween(200, 499);
        }
        String people = Paths.draft(draft) + "/etapes/technical/personnes/";
        for (String person : List.of("nouvelle", "x", "0", UUID.randomUUID().toString())) {
            assertThat(browser.post(people + person, Map.of("answers", answers, "version", "0"))
                            .status())
                    .isBetween(300, 499);
            assertThat(browser.get(people + person).status()).isBetween(200, 499);
        }
    }

    @Test
    @DisplayName("PROC-05 a file that comes or goes touches the draft, and leaves pages that are open as they are")
    void files() {
        FormOverHttp open = FormOverHttp.open(browser, seat);
        service.later(Duration.ofDays(80));
        browser = world.browser(office, port);
        String url = FormOverHttp.uploadUrl(browser, Paths.draft(draft) + "/documents", "contract");
        Browser.Page taken = browser.upload(url, "file", "contrat.pdf", "application/pdf", SamplePdf.plain());
        assertThat(taken.status()).isEqualTo(201);
        var touched = drafts.find(office, draft).orElseThrow().updatedAt();
        assertThat(touched).isAfter(java.time.Instant.now().plus(Duration.ofDays(79)));
        service.later(Duration.ofMinutes(1));
        String file = taken.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(browser.delete(url + "/" + file).status()).isEqualTo(204);
        assertThat(drafts.find(office, draft).orElseThrow().updatedAt()).isAfter(touched);
        assertThat(drafts.find(office, draft).orElseThrow().version())
                .isEqualTo(Long.parseLong(open.hidden("version")));
    }

    @Test
    @DisplayName("PROC-09 a document named with accents is told that it is the name, and is taken under a plain one")
    void accents() {
        String url = FormOverHttp.uploadUrl(browser, Paths.draft(draft) + "/documents", "contract");
        Browser.Page refused =
                browser.upload(url, "file", "Pièce d’identité.pdf", "application/pdf", SamplePdf.plain());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Nom, Extension, Taille ou Contenu du document non conforme à l'attendu", "nom");
        assertThat(browser.upload(url, "file", "Piece d identite.pdf", "application/pdf", SamplePdf.plain())
                        .status())
                .isEqualTo(201);
        assertThat(drafts.files(office, draft).get("contract")).hasSize(1);
    }

    @Test
    @DisplayName("PROC-10 the same validation sent twice leads to the same request")
    void twice() {
        FormOverHttp.open(browser, Paths.draft(draft) + "/validation").send(Typed.COMMITMENTS);
        browser.get(Paths.draft(draft) + "/recapitulatif");
        String first = browser.post(Paths.draft(draft) + "/envoi", Map.of()).location();
        assertThat(first).startsWith(Paths.REQUESTS + "/LPP-");
        assertThat(browser.post(Paths.draft(draft) + "/envoi", Map.of()).location())
                .isEqualTo(first);
        assertThat(browser.get(Paths.draft(draft) + "/validation").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("PROC-07 an incomplete draft is not sent, however it is asked for")
    void incomplete() {
        UUID empty = drafts.begin(office, "staff-change");
        Browser.Page validation =
                FormOverHttp.open(browser, Paths.draft(empty) + "/validation").send(Typed.COMMITMENTS);
        assertThat(validation.status()).isEqualTo(422);
        assertThat(validation.text()).contains("Document à joindre : Diplômes des responsables techniques.");
        assertThat(browser.get(Paths.draft(empty) + "/recapitulatif").location())
                .isEqualTo(Paths.draft(empty) + "/validation");
        Browser.Page sent = browser.post(Paths.draft(empty) + "/envoi", Map.of());
        assertThat(browser.follow(sent).text()).contains("Il reste des points à compléter");
        assertThat(drafts.find(office, empty)).isPresent();
        // commitments that were never taken
        Browser.Page early = browser.post(Paths.draft(draft) + "/envoi", Map.of());
        assertThat(early.location()).isEqualTo(Paths.draft(draft) + "/validation");
        assertThat(drafts.find(office, draft)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"addr", "null", "[]", "\"x\""})
    @DisplayName("PROC-05 answers that cannot be read replace nothing that was kept, and say so")
    void unreadable(String answers) {
        Map<String, Object> before =
                drafts.find(office, draft).orElseThrow().content().answers("head-office");
        Map<String, String> post = Map.of("answers", answers, "version", String.valueOf(world.version(office, draft)));
        String step = Paths.draft(draft) + "/etapes/head-office";
        assertThat(browser.put(step + "/saisie", post).status()).isEqualTo(422);
        Browser.Page page = browser.post(step, post);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("n&#39;a pas pu être lue");
        assertThat(drafts.find(office, draft).orElseThrow().content().answers("head-office"))
                .isEqualTo(before)
                .isNotEmpty();
    }

    @Test
    @DisplayName("PROC-12 in corrections, addresses of steps and documents that were not asked for take nothing")
    void locked() {
        String number = world.send(office, draft);
        service.ask(number, List.of("technical"), List.of("contract"));
        UUID id = corrections.begin(office, number);
        String path = Paths.draft(id);
        Map<String, String> post = Map.of("answers", "{\"city\":\"AILLEURS\"}", "version", "0");
        assertThat(browser.post(path + "/etapes/head-office", post).status()).isEqualTo(403);
        assertThat(browser.put(path + "/etapes/head-office/saisie", post).status())
                .isEqualTo(403);
        Map<String, String> person =
                Map.of("answers", FormOverHttp.json(Typed.legal().answers()), "version", "0");
        assertThat(browser.post(path + "/etapes/head-office/personnes/nouvelle", person)
                        .status())
                .isBetween(400, 499);
        UUID manager = traces.own(number).content().people("head-office").get(0).id();
        assertThat(browser.post(path + "/etapes/head-office/personnes/" + manager + "/retrait", post)
                        .status())
                .isEqualTo(403);
        assertThat(browser.upload(
                                path + "/documents/diploma/fichiers/" + UUID.randomUUID(),
                                "file",
                                "a.pdf",
                                "application/pdf",
                                SamplePdf.plain())
                        .status())
                .isEqualTo(403);
        assertThat(browser.get(path + "/documents").text()).contains("Ce document ne peut pas être modifié.");
        assertThat(drafts.find(office, id).orElseThrow().version()).isZero();
    }

    @Test
    @DisplayName("PROC-03 a reader and another company get nothing and change nothing")
    void strangers() {
        Browser reader = world.browser(world.colleague(office, Standing.READER), port);
        Browser stranger = world.browser(world.responsible(), port);
        String path = Paths.draft(draft);
        Map<String, String> post = Map.of("answers", "{}", "version", "0", "kind", "certificate");
        for (String page : List.of("", "/documents", "/etapes/technical", "/validation", "/recapitulatif")) {
            assertThat(reader.get(path + page).status()).as(page).isEqualTo(403);
            assertThat(stranger.get(path + page).status()).as(page).isEqualTo(404);
        }
        for (String action : List.of("/nature", "/etapes/technical", "/validation", "/envoi")) {
            assertThat(reader.post(path + action, post).status()).as(action).isEqualTo(403);
            assertThat(stranger.post(path + action, post).status()).as(action).isEqualTo(404);
        }
        assertThat(reader.post(path + "/suppression", post).status()).isEqualTo(403);
        stranger.post(path + "/suppression", post);
        assertThat(world.send(office, draft)).startsWith("LPP-");
    }
}
