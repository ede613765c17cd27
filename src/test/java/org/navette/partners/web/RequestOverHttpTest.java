package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.files.SamplePdf;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;

@NavetteTest
@DisplayName("PART-20 A request over HTTP")
class RequestOverHttpTest extends DeskOverHttp {

    private Browser colleague;

    @BeforeAll
    void signIn() {
        colleague = world.browser(world.colleague(desk, Member.Role.TECHNICIAN), port);
    }

    @Test
    @DisplayName(
            "PART-20 the detail shows the request, its answers and its timeline, and no answer before there is one")
    void detail() {
        String number = world.deposit(desk, REVIEW);
        Browser.Page page = browser.get(Paths.request(number));
        assertThat(page.heading()).isEqualTo("Demande n° " + number);
        assertThat(page.text())
                .containsSubsequence(
                        "Déposée le",
                        "Demandeur",
                        PartnerWorld.name(),
                        "Statut Nouveau",
                        "Date du statut",
                        "Offre de service Soumettre une demande d'étude de dossier",
                        "Motif de la demande Etude de C2S",
                        "Personne concernée Madame TUTU Joséphine",
                        "Date de naissance 10/10/1971",
                        "Lieu de naissance 44",
                        "Téléphone 07.00.00.00.00",
                        "Commentaires Commentaire d'essai",
                        "Chronologie")
                .containsPattern("Déposée le \\d\\d/\\d\\d/\\d{4} \\d\\dh\\d\\d")
                .doesNotContain("Réponse et échanges", "Poser une question");
    }

    @Test
    @DisplayName(
            "PART-12 a request whose form took no files takes none at its completion either, and does not offer it")
    void noFiles() {
        String number = world.deposit(desk, "partners.appointment");
        String path = Paths.request(number) + "/completer";
        WebForm form = WebForm.open(browser, path);
        assertThat(form.takesFiles()).isFalse();
        var refused = browser.upload(
                path + "/fichiers/" + form.submission(), "file", "a.csv", "text/csv", "a;b\n1;2\n".getBytes());
        assertThat(refused.status()).isEqualTo(404);
        form.send(Map.of("comment", "Un complément"), UUID.randomUUID());
        assertThat(browser.get(Paths.request(number)).text())
                .contains("Demande complétée")
                .doesNotContain("Fichiers ajoutés");
    }

    @Test
    @DisplayName("PART-19 the detail leads back to the list as it was left")
    void back() {
        String detail = Paths.request(world.deposit(desk, REVIEW));
        assertThat(browser.get(detail + "?statut=new&taille=25").body())
                .contains("href=\"" + Paths.REQUESTS + "?statut=new&amp;taille=25\"");
        assertThat(browser.get(detail).body()).contains("href=\"" + Paths.REQUESTS + "\">← Revenir");
    }

    @Test
    @DisplayName(
            "PART-12 any technician completes a new request: the comment opens filled, the earlier one stays readable")
    void complete() {
        String number = world.deposit(desk, REVIEW);
        String before = fact(browser.get(Paths.request(number)), "Date du statut");
        ClockUtil.offset(Duration.ofHours(3).toMillis());
        WebForm form = WebForm.open(colleague, Paths.request(number) + "/completer");
        assertThat(form.answers()).isEqualTo(Map.of("comment", "Commentaire d'essai"));
        assertThat(form.maxFiles()).isEqualTo(8);
        UUID file = WebForm.id(form.upload("complément.pdf", SamplePdf.plain()));
        Browser.Page answer = form.send(Map.of("comment", "Commentaire complété"), file);
        assertThat(answer.location()).isEqualTo(Paths.request(number));
        Browser.Page detail = colleague.get(answer.location());
        assertThat(detail.text())
                .contains("Votre complément à la demande n° " + number + " a bien été transmis.")
                .contains("Commentaires Commentaire complété", "complément.pdf", "Demande complétée")
                .contains("Commentaire précédent : Commentaire d'essai", "Fichiers ajoutés : 1");
        assertThat(fact(detail, "Date du statut")).isEqualTo(before);
        assertThat(fact(detail, "Statut")).isEqualTo("Nouveau");
        assertThat(colleague.get(answer.location()).text())
                .as("the notice is shown once")
                .doesNotContain("bien été");
        assertThat(WebForm.open(browser, Paths.request(number) + "/completer").maxFiles())
                .isEqualTo(7);
    }

    @Test
    @DisplayName("PART-10 a key that was used for a deposit or another request does not count as sent once more")
    void keyOfAnotherForm() {
        WebForm deposit = WebForm.deposit(browser, REVIEW);
        String key = deposit.submission().toString();
        String number = deposit.send(world.answers(REVIEW)).location().replaceAll("\\D", "");
        String other = world.deposit(desk, REVIEW);
        for (String completed : List.of(number, other)) {
            WebForm form = WebForm.open(browser, Paths.request(completed) + "/completer");
            String typed = WebForm.json(Map.of("comment", "Complément de " + completed));
            assertThat(form.sendFields(Map.of("submission", key, "answers", typed, "files", ""))
                            .location())
                    .isEqualTo(Paths.request(completed));
            assertThat(browser.get(Paths.request(completed)).text()).contains("Complément de " + completed);
        }
    }

    @Test
    @DisplayName("PART-12 a completion with mistakes comes back with what was typed")
    void completeWithMistakes() {
        String number = world.deposit(desk, REVIEW);
        WebForm form = WebForm.open(browser, Paths.request(number) + "/completer");
        form.refused(form.send(Map.of("comment", "a".repeat(5001))), "comment", "au plus");
        form.refused(form.send(Map.of("comment", "  ")), "comment", "obligatoire");
        form.refused(form.send(Map.of("comment", "Commentaire d'essai")), "", "Modifiez le commentaire");
        WebForm back = form.refused(
                form.send(Map.of("comment", "Nouveau texte"), UUID.randomUUID()), "files", "n’est plus disponible");
        assertThat(back.answers()).isEqualTo(Map.of("comment", "Nouveau texte"));
        assertThat(browser.get(Paths.request(number)).text()).contains("Commentaires Commentaire d'essai");
    }

    @Test
    @DisplayName("PART-12 a cancelled request says so once and is nowhere any more")
    void cancel() {
        String number = world.deposit(desk, REVIEW);
        WebForm form = WebForm.open(colleague, Paths.request(number) + "/annuler");
        form.refused(form.send(Map.of("cancellationReason", "duplicate")), "confirmed", "Cochez cette case");
        form.refused(form.send(Map.of("confirmed", true)), "cancellationReason", "obligatoire");
        form.refused(
                form.send(Map.of("cancellationReason", "no such reason", "confirmed", true)),
                "cancellationReason",
                "proposées");
        Browser.Page answer = form.send(Map.of("cancellationReason", "duplicate", "confirmed", true));
        assertThat(answer.location()).isEqualTo(Paths.REQUESTS);
        Browser.Page history = colleague.get(answer.location());
        assertThat(history.text()).contains("La demande n° " + number + " est annulée.");
        assertThat(history.body()).doesNotContain(Paths.request(number));
        for (String path : List.of("", "/confirmation", "/completer", "/annuler", "/message")) {
            assertThat(browser.get(Paths.request(number) + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("PART-12 after take-over completion and cancellation are refused, what was typed is shown again")
    void afterTakeOver() {
        String number = world.deposit(desk, REVIEW);
        WebForm completion = WebForm.open(browser, Paths.request(number) + "/completer");
        WebForm cancellation = WebForm.open(colleague, Paths.request(number) + "/annuler");
        world.take(number);
        Browser.Page refused = browser.follow(completion.send(Map.of("comment", "Un texte à garder <b>")));
        assertThat(refused.path()).isEqualTo(Paths.request(number));
        assertThat(refused.text())
                .contains("Votre action n'a pas été enregistrée", "La demande a été prise en charge ou annulée")
                .contains("Un texte à garder <b>", "Statut Pris en charge", "Commentaires Commentaire d'essai")
                .doesNotContain("Compléter la demande", "Annuler la demande");
        Browser.Page late =
                colleague.follow(cancellation.send(Map.of("cancellationReason", "duplicate", "confirmed", true)));
        assertThat(late.text()).contains("La demande a été prise en charge ou annulée");
        for (String step : List.of("/completer", "/annuler", "/message")) {
            assertThat(browser.get(Paths.request(number) + step).location()).isEqualTo(Paths.request(number));
        }
    }

    @Test
    @DisplayName("PART-18 no page of the partners names the agent, only the organism")
    void agentIsNotNamed() {
        String number = world.resolved(desk);
        world.ask(desk, number, "Une question");
        world.answer(number, "Une précision");
        String agent = world.agent("331");
        for (String path : List.of(
                Paths.request(number),
                Paths.request(number) + "/confirmation",
                Paths.request(number) + "/message",
                Paths.REQUESTS,
                Paths.HOME,
                Paths.PREFIX + "/aide",
                Paths.PREFIX + "/identite")) {
            Browser.Page page = browser.follow(browser.get(path));
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).doesNotContain(agent).doesNotContain("Agent 331");
        }
        assertThat(browser.get(Paths.request(number)).text())
                .contains(
                        "Pris en charge CPAM GIRONDE", "Résolu CPAM GIRONDE", "Message envoyé " + PartnerWorld.name());
    }

    /** The text beside a label of the first block. */
    private static String fact(Browser.Page page, String label) {
        var found = java.util.regex.Pattern.compile("<dt>" + label + "</dt><dd>(.*?)</dd>")
                .matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no " + label);
        }
        return found.group(1).replaceAll("<[^>]*>", "");
    }
}
