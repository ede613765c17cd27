package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.navette.funding.QuestionTheme.Question;

@DisplayName("FUND-02 The frequent questions")
class QuestionsTest {

    private static final String LINK =
            "title: T\nquestions:\n- {question: Q, answer: [A], link: {label: L, href: '%s'}}";

    private final Questions questions = new Questions();

    @Test
    @DisplayName("FUND-02 have the twenty themes of the guide in its order, two questions each or more")
    void themes() {
        assertThat(questions.themes())
                .extracting(QuestionTheme::title)
                .containsExactly(
                        "Textes de référence et FAQ de l'Agence du Numérique en Santé",
                        "Assistance utilisateur",
                        "Référencement\u00a0; SONS",
                        "Couloir Médecine de ville – spécificités",
                        "Couloir Hôpital – spécificités",
                        "Couloir Radiologie – spécificités",
                        "Couloir Pharmacie – spécificités",
                        "Couloir Biologie – spécificités",
                        "Couloir Médico-social – spécificités",
                        "Couloir MSSanté opérateur – spécificités",
                        "Couloir SAS – spécificités",
                        "Enrôlement – demande",
                        "Enrôlement – pièces justificatives",
                        "Avance – demande",
                        "Avance – pièces justificatives",
                        "Avance – instruction",
                        "Solde – demande",
                        "Solde – pièces justificatives",
                        "Solde – instruction",
                        "Opérations de recouvrement");
        assertThat(questions.themes()).allSatisfy(theme -> assertThat(theme.questions())
                .hasSizeBetween(2, 10)
                .extracting(Question::text)
                .doesNotHaveDuplicates()
                .allMatch(text -> text.endsWith("\u00a0?")));
    }

    static Stream<Arguments> broken() {
        String right = "title: T\nquestions:\n- {question: Q, answer: [A]}";
        return Stream.of(
                Arguments.of("theme.yaml", right, "NN-id.yaml"),
                Arguments.of("01-Thème.yaml", right, "NN-id.yaml"),
                Arguments.of("01-t.yaml", "", "no mapping"),
                Arguments.of("01-t.yaml", "title: [", "expected"),
                Arguments.of("01-t.yaml", "title: T\ntitle: U\nquestions: []", "duplicate key"),
                Arguments.of("01-t.yaml", "questions:\n- {question: Q, answer: [A]}", "title is no text"),
                Arguments.of("01-t.yaml", "title: T", "questions is no list"),
                Arguments.of("01-t.yaml", "title: T\nquestions: []", "questions is no list"),
                Arguments.of("01-t.yaml", right + "\nmore: x", "nobody reads \"more\""),
                Arguments.of(
                        "01-t.yaml", "title: T\nquestions:\n- {question: ' ', answer: [A]}", "question is no text"),
                Arguments.of("01-t.yaml", "title: T\nquestions:\n- {question: Q, answer: A}", "answer is no list"),
                Arguments.of("01-t.yaml", "title: T\nquestions:\n- {question: Q, answer: [12]}", "answer is no text"),
                Arguments.of("01-t.yaml", "title: T\nquestions:\n- {question: Q, answers: [A]}", "nobody reads"),
                Arguments.of("01-t.yaml", LINK.formatted("javascript:alert(1)"), "leads neither"),
                Arguments.of("01-t.yaml", LINK.formatted("http://example.org"), "leads neither"),
                Arguments.of("01-t.yaml", LINK.formatted("//example.org"), "leads neither"),
                Arguments.of("01-t.yaml", "title: !!java.io.File /etc/passwd\nquestions: []", "File"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource
    @DisplayName("FUND-02 a broken file is told with its name, and stops the start")
    void broken(String name, String content, String problem) {
        assertThatIllegalStateException()
                .isThrownBy(() -> QuestionFile.read(name, content))
                .withMessageContaining(name)
                .withMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "recouvrement, Dans quels cas une somme est-elle recouvrée",
        "RECOUVREMENT, Dans quels cas une somme est-elle recouvrée",
        "recouvree, Dans quels cas une somme est-elle recouvrée",
        "'pieces  enrolement', Quelles pièces joindre à une demande d'enrôlement",
        "'l''enrôlement : kbis', Quelles pièces joindre à une demande d'enrôlement",
        "'Demandes d''avances', Comment déposer des demandes d'avance",
        "enr0079, Comment demander un premier enrôlement",
    })
    @DisplayName("FUND-02 are found by words of question, answer or theme, whatever accents, case, plural and order")
    void found(String typed, String question) {
        assertThat(questions.with(SoughtWords.of(typed)))
                .flatExtracting(QuestionTheme::questions)
                .extracting(Question::text)
                .anyMatch(text -> text.startsWith(question));
    }

    @Test
    @DisplayName("FUND-02 are all there for no word, and none for words that no question has together")
    void bounds() {
        assertThat(questions.with(SoughtWords.of(" ?! "))).isEqualTo(questions.themes());
        assertThat(questions.with(SoughtWords.of("avance xylophone"))).isEmpty();
        // in the middle of a word it is another word
        assertThat(questions.with(SoughtWords.of("ncement"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ecole, L'École d'à côté, L'|École| d'à côté",
        "oeuvre, Les œuvres, Les |œuvre|s",
        "avances, Une avance, Une |avance|",
        "'un pe', un peu, |un| |pe|u",
        "ee, été, été",
        "zip, rien, rien",
    })
    @DisplayName("FUND-02 words found are marked in the text as it was written")
    void marked(String typed, String text, String marked) {
        List<SoughtWords.Piece> pieces = SoughtWords.of(typed).in(text);
        assertThat(pieces.stream()
                        .map(piece -> piece.found() ? "|" + piece.text() + "|" : piece.text())
                        .collect(Collectors.joining()))
                .isEqualTo(marked);
    }

    @Test
    @DisplayName("FUND-02 no more than a hundred characters are read")
    void tooLong() {
        assertThat(SoughtWords.of("x".repeat(100) + " avance").in("avance")).allMatch(piece -> !piece.found());
    }
}
