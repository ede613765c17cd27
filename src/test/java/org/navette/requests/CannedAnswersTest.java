package org.navette.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.directory.ChangedMeanwhile;
import org.navette.directory.InvalidEntry;
import org.navette.directory.Journal;
import org.navette.directory.Supervisor;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-10 The canned answers of an organism")
class CannedAnswersTest {

    private static final String OFFER = "partners.case-review";

    @Autowired
    PartnerWorld world;

    @Autowired
    CannedAnswers answers;

    @Autowired
    Requests requests;

    @Autowired
    List<DossierSource> espaces;

    @Autowired
    JdbcClient jdbc;

    private Supervisor supervisor;
    private Supervisor stranger;

    @BeforeEach
    void people() {
        supervisor = world.supervisorOf("331");
        stranger = world.supervisorOf("623");
        jdbc.sql("delete from canned_answer where organism_code in ('331', '623')")
                .update();
    }

    private UUID add(Supervisor by, String topic, String title) {
        UUID id = UUID.randomUUID();
        answers.add(by, id, new CannedText(topic, title, "Texte de " + title));
        return id;
    }

    private List<String> titles(List<CannedAnswer> found) {
        return found.stream().map(CannedAnswer::title).toList();
    }

    @Test
    @DisplayName("COMM-10 are listed as French people sort, whatever the case and accents")
    void order() {
        List.of("Zèle", "école", "Écart", "Eau", "avis").forEach(title -> add(supervisor, "", title));
        assertThat(titles(answers.of(supervisor))).containsExactly("avis", "Eau", "Écart", "école", "Zèle");
    }

    @Test
    @DisplayName("COMM-10 offered for a request are those of its reason, then its offer, then all, and of no other")
    void fitting() {
        add(supervisor, "", "Tout");
        add(supervisor, OFFER, "Offre");
        add(supervisor, OFFER + "/ame", "Motif B");
        add(supervisor, OFFER + "/ame", "Motif A");
        add(supervisor, OFFER + "/c2s-study", "Autre motif");
        add(supervisor, "partners.document", "Autre offre");
        add(stranger, "", "Voisine");
        Request request = requests.find(world.deposit(world.desk("331"), OFFER, java.util.Map.of("reason", "ame")))
                .orElseThrow();
        assertThat(titles(answers.fitting(
                        request,
                        espaces.stream()
                                .filter(espace -> espace.espace().equals("partners"))
                                .findFirst()
                                .orElseThrow())))
                .containsExactly("Motif A", "Motif B", "Offre", "Tout");
    }

    @Test
    @DisplayName("COMM-10 of another organism are neither read, changed nor removed")
    void scope() {
        UUID id = add(supervisor, "", "À nous");
        assertThat(answers.of(stranger)).isEmpty();
        assertThatThrownBy(() -> answers.get(stranger, id)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> answers.change(stranger, id, 0, new CannedText("", "Volée", "x")))
                .isInstanceOf(NoSuchElementException.class);
        answers.remove(stranger, id);
        answers.add(stranger, id, new CannedText("", "Volée", "x"));
        assertThat(answers.get(supervisor, id).title()).isEqualTo("À nous");
        assertThat(answers.of(stranger)).isEmpty();
        assertThat(answers.changes(stranger).stream().map(Journal.Entry::text))
                .noneMatch(text -> text.contains("Volée"));
    }

    @Test
    @DisplayName(
            "COMM-10 have a title once for the same requests, whatever its case; another reason or organism may repeat it")
    void uniqueTitle() {
        add(supervisor, OFFER, "Pièces manquantes");
        assertThatThrownBy(() -> add(supervisor, OFFER, "PIÈCES MANQUANTES"))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, e -> assertThat(e.problems()).containsEntry("title", "TAKEN"));
        add(supervisor, OFFER + "/ame", "Pièces manquantes");
        add(stranger, OFFER, "Pièces manquantes");
        UUID other = add(supervisor, OFFER, "Autre");
        assertThatThrownBy(() -> answers.change(supervisor, other, 0, new CannedText(OFFER, "Pièces manquantes", "x")))
                .isInstanceOf(InvalidEntry.class);
    }

    @Test
    @DisplayName("COMM-10 are for offers and reasons of the organism; one that is no longer offered stays as it is")
    void topics() {
        assertThatThrownBy(() -> add(stranger, "partners.document", "Pas ici"))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, e -> assertThat(e.problems()).containsEntry("topic", "UNKNOWN"));
        UUID id = add(stranger, OFFER, "Ancienne");
        jdbc.sql("update canned_answer set topic = 'partners.gone' where id = ?")
                .param(id)
                .update();
        answers.change(stranger, id, 0, new CannedText("partners.gone", "Renommée", "x"));
        assertThat(answers.get(stranger, id).title()).isEqualTo("Renommée");
    }

    @Test
    @DisplayName("COMM-10 hold 5,000 characters, a line end counting as one, however the browser sends it")
    void length() {
        String lines = "a\r\n".repeat(2_499) + "aa";
        answers.add(supervisor, UUID.randomUUID(), new CannedText("", "Longue", lines));
        assertThat(answers.of(supervisor).get(0).body()).hasSize(5_000);
        assertThatThrownBy(() -> answers.add(supervisor, UUID.randomUUID(), new CannedText("", "Trop", lines + "b")))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, e -> assertThat(e.problems()).containsEntry("body", "TOO_LONG"));
    }

    @Test
    @DisplayName("COMM-10 a change over a colleague's is refused, and every change is in the journal with its author")
    void journal() {
        UUID id = add(supervisor, "", "Première");
        answers.change(supervisor, id, 0, new CannedText("", "Seconde", "x"));
        assertThatThrownBy(() -> answers.change(supervisor, id, 0, new CannedText("", "Perdue", "x")))
                .isInstanceOf(ChangedMeanwhile.class);
        answers.remove(supervisor, id);
        answers.remove(supervisor, id);
        assertThat(answers.changes(supervisor).stream().limit(3).map(Journal.Entry::text))
                .containsExactly(
                        "Réponse type « Seconde » supprimée",
                        "Réponse type « Seconde » modifiée, auparavant « Première »",
                        "Réponse type « Première » créée");
        assertThat(answers.changes(supervisor).get(0).name()).isEqualTo("Sabine Superviseur");
    }

    @RepeatedTest(5)
    @DisplayName("COMM-10 the same form sent several times at the same instant adds one answer")
    void doublePost() {
        UUID key = UUID.randomUUID();
        List<Callable<Object>> posts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            posts.add(() -> {
                answers.add(supervisor, key, new CannedText("", "Une fois", "x"));
                return null;
            });
        }
        assertThat(AtOnce.call(posts)).allMatch(AtOnce.Outcome::won);
        assertThat(titles(answers.of(supervisor))).containsExactly("Une fois");
    }

    @RepeatedTest(5)
    @DisplayName("COMM-10 of two supervisors who change an answer at the same instant one is told of the other")
    void atOnce() {
        UUID id = add(supervisor, "", "Partagée");
        var outcomes = AtOnce.run(
                () -> answers.change(supervisor, id, 0, new CannedText("", "De l'une", "x")),
                () -> answers.change(supervisor, id, 0, new CannedText("", "De l'autre", "x")));
        assertThat(outcomes.stream().filter(AtOnce.Outcome::won)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> outcome.failure(ChangedMeanwhile.class) != null))
                .hasSize(1);
        assertThat(answers.get(supervisor, id).version()).isEqualTo(1);
    }
}
