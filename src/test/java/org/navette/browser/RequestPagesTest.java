package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.SentLetters;
import org.navette.files.FileStore;
import org.navette.partners.Answers;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("The life of a request")
class RequestPagesTest {

    private static final String OFFER = "partners.case-review";
    private static final byte[] NOTIFICATION = Samples.pdfBytes();

    @Autowired
    PartnerWorld world;

    @Autowired
    FileStore files;

    @Autowired
    SentLetters letters;

    @Test
    @DisplayName("PART-12 PART-20 a new request is completed by a colleague: comment corrected, file added, both on the"
            + " timeline")
    void complete(Visitor visitor) {
        Desk desk = world.desk("331");
        String number = world.deposit(desk, OFFER);
        visitor.at(world, world.colleague(desk, Member.Role.TECHNICIAN));
        detail(visitor, number).reads("Madame TUTU Joséphine").reads("Etude de C2S");
        visitor.link("Compléter la demande").click();
        visitor.sees("Compléter la demande n° " + number);
        Locator comment = visitor.field("Commentaire");
        assertThat(comment).hasValue("Commentaire d'essai");
        visitor.expecting(422).button("Valider").click();
        visitor.reads("Modifiez le commentaire ou ajoutez un fichier avant de valider.");
        visitor.field("Commentaire").fill("Commentaire d'essai, complété par une collègue");
        var chooser = visitor.page.waitForFileChooser(
                () -> visitor.button("Choisir des fichiers").click());
        chooser.setFiles(Samples.pdf("complement.pdf"));
        assertThat(visitor.page.locator(".upload__count")).hasText("1 fichier joint sur 8");
        visitor.looks("completion");
        visitor.button("Valider").click();
        visitor.sees("Demande n° " + number)
                .reads("Votre complément à la demande n° " + number)
                .reads("complété par une collègue")
                .reads("Commentaire précédent : Commentaire d'essai")
                .looks("detail-completed");
    }

    @Test
    @DisplayName("PART-12 a new request is cancelled with a reason and leaves the history")
    void cancel(Visitor visitor) {
        Desk desk = world.desk("331");
        String number = world.deposit(desk, OFFER);
        visitor.at(world, desk);
        detail(visitor, number).link("Annuler la demande").click();
        visitor.sees("Annuler la demande n° " + number).looks("cancellation");
        visitor.select("Motif de l'annulation").selectOption("Doublon");
        visitor.button("Valider").click();
        Locator summary = visitor.page.locator("[data-error-summary]");
        assertThat(summary).containsText("Je confirme l'annulation");
        visitor.page.getByLabel("Je confirme l'annulation").check();
        visitor.button("Valider").click();
        visitor.sees("Historique des demandes").reads("La demande n° " + number + " est annulée.");
        assertThat(visitor.page.locator(".request")).hasCount(0);
        visitor.looks("cancelled");
    }

    @Test
    @DisplayName("PART-12 a completion that comes after the take-over is refused, and nothing typed is lost")
    void tooLate(Visitor visitor) {
        Desk desk = world.desk("331");
        String number = world.deposit(desk, OFFER);
        visitor.at(world, desk);
        detail(visitor, number).link("Compléter la demande").click();
        visitor.field("Commentaire").fill("Un complément qui arrive trop tard");
        world.take(number);
        visitor.button("Valider").click();
        visitor.sees("Demande n° " + number)
                .reads("La demande a été prise en charge ou annulée entre-temps")
                .reads("Un complément qui arrive trop tard")
                .looks("too-late");
        assertThat(visitor.link("Compléter la demande")).hasCount(0);
    }

    @Test
    @DisplayName("PART-13 PART-14 the author is mailed, reads the answer, and downloads the file that came with it")
    void answer(Visitor visitor) throws IOException {
        Desk desk = world.desk("331");
        String number = world.deposit(desk, OFFER);
        world.take(number);
        Assertions.assertThat(letters.lastTo(world.login(desk)).text()).contains(number);
        attach(number, "notification.pdf");
        world.answer(number, "Les droits sont ouverts.\nLa notification est jointe.");
        String link = letters.lastTo(world.login(desk)).link();
        visitor.at(world, desk).sees("Déposer une demande");
        visitor.open(link);
        detail(visitor, number).reads("Les droits sont ouverts.").reads("Disponible jusqu'au");
        visitor.looks("detail-resolved");
        Download download = visitor.page.waitForDownload(
                () -> visitor.link("Télécharger notification.pdf").click());
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("notification.pdf");
        Assertions.assertThat(Files.readAllBytes(download.path())).isEqualTo(NOTIFICATION);
    }

    @Test
    @DisplayName(
            "PART-15 PART-16 four questions and answers, what is left shown each time, then the exchange is closed")
    void exchange(Visitor visitor) {
        Desk desk = world.desk("331");
        String number = world.resolved(desk);
        visitor.at(world, desk);
        for (int round = 1; round <= 4; round++) {
            detail(visitor, number).reads("poser " + (5 - round) + (round < 4 ? " questions" : " question"));
            visitor.link("Poser une question").click();
            visitor.sees("Poser une question sur la demande n° " + number);
            if (round == 1) {
                visitor.looks("question");
            }
            visitor.field("Votre message").fill("Question numéro " + round);
            visitor.button("Valider").click();
            visitor.sees("Demande n° " + number).reads("Votre message sur la demande");
            assertThat(visitor.page.locator(".status").first()).hasText("Message envoyé");
            assertThat(visitor.link("Poser une question")).hasCount(0);
            if (round == 1) {
                visitor.reads("vous pourrez en poser une autre après sa réponse")
                        .looks("detail-waiting");
            }
            world.answer(number, "Réponse numéro " + round);
        }
        detail(visitor, number).reads("Réponse numéro 4").reads("Les quatre questions possibles ont été posées");
        assertThat(visitor.page.locator(".status").first()).hasText("Clôturé");
        assertThat(visitor.page.locator(".thread__message")).hasCount(9);
        assertThat(visitor.link("Poser une question")).hasCount(0);
        visitor.looks("detail-closed");
    }

    @Test
    @DisplayName("PART-15 PART-16 after fifteen days no question can be asked and the page says why")
    void windowOver(Visitor visitor) {
        Desk desk = world.desk("331");
        String number = world.resolved(desk);
        visitor.at(world, desk);
        detail(visitor, number);
        assertThat(visitor.link("Poser une question")).isVisible();
        try {
            world.later(Duration.ofDays(15).plusMinutes(1));
            // the timer may be late: the date alone counts
            detail(visitor, number).reads("Le délai de 15 jours pour poser une question est écoulé.");
            assertThat(visitor.link("Poser une question")).hasCount(0);
            world.runDueTimers(number);
            detail(visitor, number);
            assertThat(visitor.page.locator(".status").first()).hasText("Clôturé");
        } finally {
            ClockUtil.reset();
        }
    }

    private void attach(String number, String name) {
        files.upload(
                UUID.fromString(world.task(number).getId()),
                Answers.OWNER,
                files.rules("partners.answer", number.substring(2, 5)),
                0,
                name,
                new ByteArrayInputStream(NOTIFICATION));
    }

    private static Visitor detail(Visitor visitor, String number) {
        return visitor.open("/partenaires/demandes/" + number).sees("Demande n° " + number);
    }
}
