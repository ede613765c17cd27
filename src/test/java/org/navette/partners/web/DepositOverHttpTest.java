package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.partners.Desk;

@NavetteTest
@DisplayName("PART-07 Deposit over HTTP")
class DepositOverHttpTest extends DeskOverHttp {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "partners.contact",
                "partners.difficulty",
                "partners.appointment",
                "partners.case-review",
                "partners.document"
            })
    @DisplayName("PART-10 each offer is deposited by an ordinary post, and the confirmation shows the number")
    void everyOffer(String offer) {
        Browser.Page answer = WebForm.deposit(browser, offer).send(world.answers(offer));
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        assertThat(answer.location()).matches("/partenaires/demandes/\\d{10}/confirmation");
        Browser.Page confirmation = browser.get(answer.location());
        assertThat(confirmation.heading()).isEqualTo("Demande envoyée");
        assertThat(confirmation.text()).contains("n° " + number(answer) + " est transmise à CPAM GIRONDE");
        assertThat(browser.get(Paths.REQUESTS).body()).contains(number(answer));
    }

    @Test
    @DisplayName("PART-06 each offer has its card; only three of the five forms take files")
    void cards() {
        Browser.Page page = browser.get(Paths.DEPOSIT);
        assertThat(page.body().split(">Nouvelle demande<", -1)).hasSize(6);
        assertThat(Stream.of("contact", "difficulty", "appointment", "case-review", "document")
                        .filter(offer ->
                                WebForm.deposit(browser, "partners." + offer).takesFiles()))
                .containsExactly("contact", "difficulty", "case-review");
        assertThat(WebForm.deposit(browser, "partners.appointment").page().body())
                .contains("ne sont pas autonomes");
    }

    @Test
    @DisplayName("PART-10 a form goes to the organism that it showed, whatever another tab has chosen since")
    void anotherTab() {
        Desk two = world.desk("331");
        world.convention(two.structure(), "471", -10, 200);
        Browser browser = world.browser(two, port);
        WebForm form = WebForm.deposit(browser, "partners.contact");
        OrganismPage.choose(browser, "471", true);
        assertThat(browser.get(Paths.DEPOSIT).body()).contains("CPAM LOT ET GARONNE");
        Browser.Page answer = form.send(world.answers("partners.contact"));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(number(answer)).matches("\\d{2}331\\d{5}");
        assertThat(browser.get(answer.location()).text()).contains("est transmise à CPAM GIRONDE");
    }

    @Test
    @DisplayName("PART-22 a form that names an organism out of the person's reach is sent nowhere")
    void organismOutOfReach() {
        Browser.Page answer = WebForm.deposit(browser, "partners.contact")
                .sendFields(Map.of(
                        "scope", "623", "answers", WebForm.json(world.answers("partners.contact")), "files", ""));
        assertThat(answer.location()).isEqualTo(Paths.ORGANISM);
    }

    @Test
    @DisplayName("PART-06 the reduced organism has its own offers, titles and reasons")
    void reduced() {
        Browser there = world.browser(world.desk("623"), port);
        Browser.Page page = there.get(Paths.DEPOSIT);
        assertThat(page.body().split(">Nouvelle demande<", -1)).hasSize(3);
        assertThat(page.text()).contains("Transmettre et/ou suivre un dossier");
        assertThat(WebForm.deposit(there, REVIEW).choices("reasons"))
                .containsExactly(
                        "AME", "Etude de C2S", "Ouverture des droits", "Arrêt Maladie, Maternité et Paternité");
        assertThat(WebForm.deposit(there, REVIEW).page().body()).contains("[&quot;pdf&quot;]");

        Map<String, Object> answers = new HashMap<>(world.answers(REVIEW));
        answers.put("reason", "financial-aid");
        Browser.Page refused = WebForm.deposit(there, REVIEW).send(answers);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(new WebForm(there, refused).errors())
                .isEqualTo(Map.of("reason", List.of("Choisissez une des réponses proposées.")));
        answers.put("reason", "sick-leave-parental");
        assertThat(WebForm.deposit(there, REVIEW).send(answers).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"partners.contact", "partners.document", "partners.follow-up", "partner-request.answer", "x"})
    @DisplayName("PART-06 an offer that the organism does not have is not found, whatever is asked of it")
    void offerOfAnotherOrganism(String offer) {
        Browser there = world.browser(world.desk("623"), port);
        WebForm form = WebForm.deposit(there, REVIEW);
        String path = Paths.DEPOSIT + "/" + offer;
        Map<String, Object> before = rows.snapshot();
        assertThat(there.get(path).status()).isEqualTo(404);
        assertThat(there.get(path).heading()).isEqualTo("Page introuvable");
        assertThat(there.post(path, Map.of("answers", WebForm.json(world.answers("partners.contact"))))
                        .status())
                .isEqualTo(404);
        assertThat(there.upload(
                                path + "/fichiers/" + form.submission(),
                                "file",
                                "a.pdf",
                                "application/pdf",
                                new byte[9])
                        .status())
                .isEqualTo(404);
        assertThat(rows.snapshot()).isEqualTo(before);
    }

    @Test
    @DisplayName("PART-08 names and telephone are stored in their normal form")
    void normalForm() {
        Map<String, Object> answers = new HashMap<>(world.answers(REVIEW));
        answers.putAll(Map.of("lastName", " d'étable ", "firstName", "jean-pierre", "phone", "0612345678"));
        String number = number(WebForm.deposit(browser, REVIEW).send(answers));
        assertThat(browser.get(Paths.request(number)).text())
                .contains("Monsieur D'ÉTABLE Jean-Pierre".replace("Monsieur", "Madame"))
                .contains("06.12.34.56.78")
                .contains("10/10/1971");
    }

    @Test
    @DisplayName("PART-07 what a condition hides, and what the form does not know, is not stored")
    void hiddenAndUnknown() {
        Map<String, Object> answers = new HashMap<>(world.answers("partners.difficulty"));
        answers.putAll(Map.of(
                "consent", "not even a boolean",
                "supportScopes", List.of("no such option"),
                "renunciationSince", Map.of("a", 1),
                "unknown", "x\u0000y",
                "number", "9999999999",
                "status", "closed"));
        Browser.Page answer = WebForm.deposit(browser, "partners.difficulty").send(answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        assertThat(jdbc.sql("select answers ?? 'consent' or answers ?? 'supportScopes' or answers ?? 'unknown'"
                                + " or answers ?? 'renunciationSince' or answers ?? 'status'"
                                + " from partner_request join request using (id) where request.number = ?")
                        .param(number(answer))
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    @DisplayName("PART-07 the health support questions are asked with their reason, its consent must be given")
    void healthSupport() {
        Map<String, Object> answers = new HashMap<>(world.answers("partners.difficulty"));
        answers.putAll(Map.of("reason", "medical-mission", "consent", false, "supportScopes", List.of()));
        WebForm form = WebForm.deposit(browser, "partners.difficulty");
        Browser.Page refused = form.send(answers);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(new WebForm(browser, refused).errors()).containsOnlyKeys("consent", "supportScopes");
        answers.putAll(Map.of("consent", true, "supportScopes", List.of("care-renunciation")));
        answers.put("renunciationSince", "over-two-years");
        String number = number(form.send(answers));
        assertThat(browser.get(Paths.request(number)).text())
                .contains("Renoncement ou difficultés d'accès à des soins", "Plus de 2 ans");
    }

    @Test
    @DisplayName("PART-10 the same form sent twice makes one request and leads to its number both times")
    void twice() {
        WebForm form = WebForm.deposit(browser, REVIEW);
        Browser.Page first = form.send(world.answers(REVIEW));
        Map<String, Object> before = rows.snapshot();
        Map<String, Object> other = new HashMap<>(world.answers(REVIEW));
        other.put("comment", "Un autre texte");
        assertThat(form.send(other).location()).isEqualTo(first.location());
        assertThat(form.send(Map.of()).location()).isEqualTo(first.location());
        assertThat(rows.snapshot()).isEqualTo(before);
    }

    @Test
    @DisplayName("PART-10 the same form sent at the same instant makes one request")
    void atOnce() {
        String mine = "select count(*) from request where structure_id = ?";
        long before = rows.count(mine, desk.structure().id());
        WebForm form = WebForm.deposit(browser, REVIEW);
        List<Browser.Page> answers = Stream.of(browser, world.browser(desk, port), world.browser(desk, port))
                .map(each -> {
                    each.get(Paths.DEPOSIT);
                    return CompletableFuture.supplyAsync(
                            () -> new WebForm(each, form.page()).send(world.answers(REVIEW)));
                })
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers)
                .extracting(Browser.Page::location)
                .doesNotContainNull()
                .containsOnly(answers.get(0).location());
        assertThat(rows.count(mine, desk.structure().id())).isEqualTo(before + 1);
    }

    private static String number(Browser.Page answer) {
        if (answer.location() == null) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.location().replaceAll("\\D", "");
    }
}
