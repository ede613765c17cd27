package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.forms.FormsFixture.check;
import static org.navette.forms.FormsFixture.form;
import static org.navette.forms.FormsFixture.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A text answer")
class TextAnswersTest {

    private static final Form LINE = form("{'type':'textfield','key':'x','label':'Texte'}");
    private static final Form LINES = form("{'type':'textarea','key':'x','validate':{'maxLength':10}}");
    private static final Form REQUIRED = form("{'type':'textarea','key':'x','validate':{'required':true}}");
    private static final String BAD_CHARACTERS = "Ce texte contient des caractères qui ne peuvent pas être "
            + "enregistrés : effacez-les ou retapez le texte.";

    @ParameterizedTest
    @CsvSource({
        "uppercase, dupont, DUPONT",
        "uppercase, 'élève d’œuvre ÿ', 'ÉLÈVE D’ŒUVRE Ÿ'",
        "uppercase, straße, STRASSE",
        "capitalize, jean-pierre, Jean-Pierre",
        "capitalize, JEAN-PIERRE, Jean-Pierre",
        "capitalize, d’ALMEIDA, D’Almeida",
        "capitalize, \"d'almeida\", \"D'Almeida\"",
        "capitalize, marie  ÉLODIE, Marie  Élodie",
        "capitalize, élise-Œnone, Élise-Œnone",
        "phone, 0612345678, 06.12.34.56.78",
        "phone, 06.12.34.56.78, 06.12.34.56.78",
        "phone, 06 12-34.56 78, 06.12.34.56.78",
        "phone, 061234567, 061234567",
        "phone, 06 12 34 56 7a, 06 12 34 56 7a",
        "reverse, abc, abc",
    })
    @DisplayName("PART-08 names and telephone numbers are stored transformed, however they are typed")
    void transforms(String transform, String typed, String stored) {
        Form form = form("{'type':'textfield','key':'x','properties':{'transform':'" + transform + "'}}");

        assertThat(check(form, Map.of("x", typed.replace('"', ' ').strip())))
                .containsEntry("x", stored.replace("\"", ""));
    }

    @Test
    @DisplayName("PART-08 the transform comes before pattern and length")
    void transformFirst() {
        Form form = form("{'type':'textfield','key':'x','properties':{'transform':'phone'},"
                + "'validate':{'maxLength':14,'pattern':'^[0-9]{2}([.][0-9]{2}){4}$'}}");

        assertThat(check(form, Map.of("x", "  06 - 12 - 34 - 56 - 78 "))).containsEntry("x", "06.12.34.56.78");
    }

    @Test
    @DisplayName("is stored with one kind of line end, composed accents and no space around it")
    void normalised() {
        assertThat(check(LINES, Map.of("x", " \u00a0e\u0301\r\nb\rc\td \n"))).containsEntry("x", "é\nb\nc\td");
        assertThat(check(LINES, Map.of("x", "a\u2028b\u000bc"))).containsEntry("x", "a\nb\nc");
    }

    @Test
    @DisplayName("of ten units passes, line ends counted once; of eleven is too long")
    void length() {
        assertThat(problem(LINES, "12345\r\n890")).isEmpty();
        assertThat(problem(LINES, "12345678901")).isEqualTo("10 caractères au plus (11 saisis).");
        // a character outside the first plane is two units, as for the browser's maxlength
        assertThat(problem(LINES, "😀😀😀😀😀")).isEmpty();
        assertThat(problem(LINES, "😀😀😀😀😀😀")).isEqualTo("10 caractères au plus (12 saisis).");
    }

    @Test
    @DisplayName("is counted in the singular where French has it")
    void singular() {
        Form form = form("{'type':'textfield','key':'x','validate':{'minLength':2}}");

        assertThat(problem(form, "a")).isEqualTo("2 caractères au moins (1 saisi).");
    }

    @Test
    @DisplayName("has a limit even when its form sets none, and an enormous one is not even read")
    void defaultLimit() {
        assertThat(problem(LINE, "a".repeat(20_000))).isEmpty();
        assertThat(problem(LINE, "a".repeat(20_001))).isEqualTo("20\u202f000 caractères au plus (20\u202f001 saisis).");
        assertThat(problem(LINES, "a".repeat(5_000_000))).startsWith("10 caractères au plus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00a0", "\n\r\n", "\u200b\ufeff", "\u2003\t"})
    @DisplayName("of spaces only counts as none")
    void spacesOnly(String typed) {
        assertThat(problem(REQUIRED, typed)).isEqualTo("Ce champ est obligatoire.");
        assertThat(check(LINE, Map.of("x", typed))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u0007b",
                "a\u001bb",
                "a\u007fb",
                "a\u009bb",
                "a\u202eb",
                "a\ud800b",
                "a\udc00",
                "\ud800"
            })
    @DisplayName("with control characters or half characters is refused")
    void control(String typed) {
        assertThat(problem(LINE, typed)).isEqualTo(BAD_CHARACTERS);
        assertThat(problem(REQUIRED, typed)).isEqualTo(BAD_CHARACTERS);
    }

    @Test
    @DisplayName("of one line has no line end nor tab inside")
    void oneLine() {
        assertThat(problem(LINE, "a\nb")).isEqualTo(BAD_CHARACTERS);
        assertThat(problem(LINE, "a\tb")).isEqualTo(BAD_CHARACTERS);
    }

    @Test
    @DisplayName("is a text: numbers, lists and objects are refused")
    void wrongTypes() {
        for (Object wrong : List.of(12, true, List.of("a"), Map.of("a", "b"), List.of(List.of()))) {
            assertThat(problem(LINE, wrong)).isEqualTo("Saisissez un texte.");
        }
    }

    @Test
    @DisplayName("with HTML and script stays the text it is")
    void markup() {
        String typed = "<script>alert('1')</script> & <b>gras</b> {{=1}} =1+1";

        assertThat(check(LINE, Map.of("x", typed))).containsEntry("x", typed);
    }

    @Test
    @DisplayName("that misses its pattern gets the field's own message")
    void pattern() {
        String validate = "'validate':{'pattern':'^[a-z]+$'}";

        assertThat(problem(form("{'type':'textfield','key':'x'," + validate + "}"), "A"))
                .isEqualTo("Le format de cette réponse n'est pas celui attendu.");
        assertThat(problem(
                        form("{'type':'textfield','key':'x','properties':{'message':'Des lettres.'}," + validate + "}"),
                        "A"))
                .isEqualTo("Des lettres.");
    }

    @Test
    @DisplayName("made to keep a bad pattern busy is refused in time, and one that needs a deep stack as well")
    void badPatterns() {
        Form ages = form("{'type':'textfield','key':'x','validate':{'pattern':'^(a+)+$'}}");
        Form deep = form("{'type':'textarea','key':'x','validate':{'pattern':'^(a|b|c)*$'}}");

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(problem(ages, "a".repeat(40) + "!")).isNotEmpty());
        assertThat(problem(deep, "abc".repeat(6_000) + "!")).isNotEmpty();
    }

    @Test
    @DisplayName("is an e-mail address or a telephone number where its field says so")
    void validationTypes() {
        Form email = form("{'type':'textfield','key':'x','validate':{'validationType':'email'}}");
        Form phone = form("{'type':'textfield','key':'x','validate':{'validationType':'phone'}}");

        assertThat(problem(email, "nom@exemple.fr")).isEmpty();
        assertThat(problem(email, "nom@")).startsWith("Saisissez une adresse e-mail valide");
        assertThat(problem(email, "a@" + "b.".repeat(9_000) + "fr")).isNotEmpty();
        assertThat(problem(phone, "+33512345678")).isEmpty();
        assertThat(problem(phone, "0512345678")).startsWith("Saisissez un numéro au format international");
    }

    @Test
    @DisplayName("keeps within a length that an expression gives")
    void expressionLimit() {
        Form form = form(
                "{'type':'number','key':'most'}",
                "{'type':'textfield','key':'x','validate':{'maxLength':'=most + 1'}}");

        assertThat(check(form, Map.of("most", 2, "x", "abc"))).containsEntry("x", "abc");
        assertThat(FormsFixture.problems(form, Map.of("most", 1, "x", "abc"), Map.of()))
                .containsOnlyKeys("x");
    }
}
