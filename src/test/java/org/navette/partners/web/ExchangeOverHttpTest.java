package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.files.FileStore;
import org.navette.files.SamplePdf;
import org.navette.partners.Answers;
import org.navette.partners.Member;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("PART-15 The exchange over HTTP")
class ExchangeOverHttpTest extends DeskOverHttp {

    @Autowired
    FileStore files;

    private Browser colleague;

    @BeforeAll
    void signIn() {
        colleague = world.browser(world.colleague(desk, Member.Role.TECHNICIAN), port);
    }

    @Test
    @DisplayName("PART-15 the page tells the rounds, files and days that remain, and counts them down")
    void remaining() {
        String number = world.resolved(desk);
        Browser.Page page = browser.get(Paths.request(number));
        assertThat(page.text())
                .contains("La réponse", "Réponse, le", "encore poser 4 questions", "(15 jours)", "joindre 8 fichiers");
        WebForm form = WebForm.open(colleague, Paths.request(number) + "/message");
        assertThat(form.maxFiles()).isEqualTo(8);
        form.refused(form.send(Map.of("message", "")), "message", "obligatoire");
        form.refused(form.send(Map.of("message", "é".repeat(5001))), "message", "au plus");
        UUID file = WebForm.id(form.upload("question.pdf", SamplePdf.plain()));
        Browser.Page sent = colleague.follow(form.send(Map.of("message", "Une question ?"), file));
        assertThat(sent.text())
                .contains("Votre message sur la demande n° " + number + " a bien été envoyé.")
                .contains("Statut Message envoyé", "Question 1, le", "Une question ?", "question.pdf")
                .contains("vous pourrez en poser une autre après sa réponse")
                .doesNotContain("Poser une question");
        assertThat(browser.get(Paths.request(number) + "/message").location()).isEqualTo(Paths.request(number));

        ClockUtil.offset(Duration.ofDays(3).plusHours(1).toMillis());
        world.answer(number, "Une précision");
        assertThat(browser.get(Paths.request(number)).text())
                .contains("Statut Message reçu", "Réponse à la question 1, le", "Une précision")
                .contains("encore poser 3 questions", "(12 jours)", "joindre 7 fichiers", "Poser une question");
    }

    @Test
    @DisplayName(
            "PART-15 a second question before the answer, and one after the fourth round, are refused and shown again")
    void refusedQuestions() {
        String number = world.resolved(desk);
        WebForm second = WebForm.open(colleague, Paths.request(number) + "/message");
        world.ask(desk, number, "Première question");
        Browser.Page early = colleague.follow(second.send(Map.of("message", "Deuxième question")));
        assertThat(early.text())
                .contains("Votre action n'a pas été enregistrée", "après sa réponse", "Deuxième question");
        world.answer(number, "Réponse 1");
        for (int round = 2; round <= 4; round++) {
            world.ask(desk, number, "Question suivante");
            world.answer(number, "Réponse " + round);
        }
        Browser.Page fifth = colleague.follow(second.send(Map.of("message", "Cinquième question")));
        assertThat(fifth.text())
                .contains("Statut Clôturé", "Les quatre questions possibles ont été posées", "Cinquième question")
                .doesNotContain("Poser une question");
    }

    @Test
    @DisplayName("PART-16 after fifteen days the page says why no question is possible, even before the timer ran")
    void windowOver() {
        String number = world.resolved(desk);
        WebForm form = WebForm.open(browser, Paths.request(number) + "/message");
        world.later(Duration.ofDays(15).plusMinutes(1));
        assertThat(browser.get(Paths.request(number)).text())
                .contains("Le délai de 15 jours pour poser une question est écoulé.")
                .doesNotContain("Poser une question");
        assertThat(browser.follow(form.send(Map.of("message", "Trop tard"))).text())
                .contains("Votre action n'a pas été enregistrée", "est écoulé", "Trop tard");
        world.runDueTimers(number);
        assertThat(browser.get(Paths.request(number)).text()).contains("Statut Clôturé", "est écoulé");
    }

    @Test
    @DisplayName(
            "PART-14 a received file is downloaded for fifteen days, then the page and the address say that it is gone")
    void receivedFile() {
        String number = world.deposit(desk, REVIEW);
        world.take(number);
        UUID file = files.upload(
                        UUID.fromString(world.task(number).getId()),
                        Answers.OWNER,
                        files.rules("partners.answer", "331"),
                        0,
                        "attestation été.pdf",
                        new ByteArrayInputStream(SamplePdf.plain()))
                .id();
        String address = Paths.request(number) + "/fichiers/" + file;
        assertThat(browser.get(address).status()).as("before the answer").isEqualTo(404);
        world.answer(number, "La réponse");
        assertThat(browser.get(Paths.request(number)).text())
                .contains("attestation été.pdf", "Disponible jusqu'au", "Télécharger");
        Browser.Page download = browser.get(address);
        assertThat(download.header("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''attestation%20%C3%A9t%C3%A9.pdf");
        assertThat(download.header("Content-Security-Policy")).contains("sandbox");
        assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");

        world.later(Duration.ofDays(15).plusMinutes(1));
        Browser.Page gone = browser.get(address);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.heading()).isEqualTo("Fichier supprimé");
        assertThat(browser.get(Paths.request(number)).body()).doesNotContain(file.toString());
    }
}
