package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.files.FileStore;
import org.navette.files.SamplePdf;
import org.navette.partners.Answers;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("PART-03 Who may only read changes nothing")
class ReadOnlyDeskTest extends OverHttp {

    private static final String SENTENCE = "Vous pouvez consulter les demandes";

    @Autowired
    FileStore files;

    private Desk desk;
    private String fresh;
    private String resolved;
    private UUID received;

    @BeforeEach
    void requests() {
        desk = world.desk("331");
        fresh = world.deposit(desk, "partners.case-review");
        resolved = world.deposit(desk, "partners.case-review");
        world.take(resolved);
        received = files.upload(
                        UUID.fromString(world.task(resolved).getId()),
                        Answers.OWNER,
                        files.rules("partners.answer", "331"),
                        0,
                        "réponse.pdf",
                        new ByteArrayInputStream(SamplePdf.plain()))
                .id();
        world.answer(resolved, "La réponse");
    }

    @Test
    @DisplayName("PART-03 after the convention's end a technician reads, downloads, and every action is refused")
    void technician() {
        Browser browser = world.browser(desk, port);
        WebForm deposit = WebForm.deposit(browser, "partners.case-review");
        WebForm completion = WebForm.open(browser, Paths.request(fresh) + "/completer");
        WebForm cancellation = WebForm.open(browser, Paths.request(fresh) + "/annuler");
        WebForm question = WebForm.open(browser, Paths.request(resolved) + "/message");
        rows.convention(desk.structure().id(), "331", -100, -1);

        readsEverything(browser);
        changesNothing(browser, deposit, completion, cancellation, question);
    }

    @Test
    @DisplayName("PART-03 a manager reads, downloads, and every action is refused")
    void manager() {
        Browser technician = world.browser(desk, port);
        Browser browser = world.browser(world.colleague(desk, Member.Role.MANAGER), port);
        readsEverything(browser);
        changesNothing(
                browser,
                stolen(browser, WebForm.deposit(technician, "partners.case-review")),
                stolen(browser, WebForm.open(technician, Paths.request(fresh) + "/completer")),
                stolen(browser, WebForm.open(technician, Paths.request(fresh) + "/annuler")),
                stolen(browser, WebForm.open(technician, Paths.request(resolved) + "/message")));
    }

    /** The same form in the hands of somebody else. */
    private static WebForm stolen(Browser browser, WebForm form) {
        return new WebForm(browser, form.page());
    }

    private void readsEverything(Browser browser) {
        assertThat(browser.get(Paths.REQUESTS).body()).contains(fresh, resolved);
        Browser.Page detail = browser.get(Paths.request(resolved));
        assertThat(detail.text()).contains("La réponse", "réponse.pdf", "Télécharger");
        Browser.Page download = browser.get(Paths.request(resolved) + "/fichiers/" + received);
        assertThat(download.status()).isEqualTo(200);
        assertThat(download.body()).startsWith("%PDF");
        for (String number : List.of(fresh, resolved)) {
            assertThat(browser.get(Paths.request(number)).text())
                    .doesNotContain("Compléter la demande", "Annuler la demande", "Poser une question");
        }
    }

    private void changesNothing(
            Browser browser, WebForm deposit, WebForm completion, WebForm cancellation, WebForm question) {
        Map<String, Object> before = rows.snapshot();
        assertThat(browser.get(Paths.DEPOSIT + "/partners.case-review").location())
                .isEqualTo(Paths.DEPOSIT);
        Browser.Page refused = deposit.send(world.answers("partners.case-review"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(new WebForm(browser, refused).errors().get("").toString()).contains(SENTENCE);

        for (WebForm form : List.of(deposit, completion, question)) {
            Browser.Page upload = form.upload("pièce.pdf", SamplePdf.plain());
            assertThat(upload.status()).as(form.uploadUrl()).isIn(403, 404);
            assertThat(WebForm.text(upload, "message")).isNotBlank();
        }
        for (String step : List.of("/completer", "/annuler")) {
            assertThat(browser.get(Paths.request(fresh) + step).location()).isEqualTo(Paths.request(fresh));
        }
        assertThat(browser.get(Paths.request(resolved) + "/message").location()).isEqualTo(Paths.request(resolved));

        assertRefused(browser, completion.send(Map.of("comment", "Un autre commentaire")), "Un autre commentaire");
        assertRefused(
                browser, cancellation.send(Map.of("cancellationReason", "duplicate", "confirmed", true)), SENTENCE);
        assertRefused(browser, question.send(Map.of("message", "Une question à perdre")), "Une question à perdre");
        assertThat(rows.snapshot()).isEqualTo(before);
        assertThat(world.status(fresh)).isEqualTo("Nouveau");
        assertThat(world.status(resolved)).isEqualTo("Résolu");
    }

    private static void assertRefused(Browser browser, Browser.Page answer, String kept) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(browser.follow(answer).text()).contains("Votre action n'a pas été enregistrée", SENTENCE, kept);
    }
}
