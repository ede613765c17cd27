package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.forms.FormsFixture.FORMS;
import static org.navette.forms.FormsFixture.problems;
import static org.navette.forms.FormsFixture.shipped;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.navette.ShippedDecision;

@DisplayName("The partners' forms")
class ShippedFormsTest {

    private static final String PERSON = "Personne concernée";
    private static final List<String> OFFERS =
            List.of("contact", "difficulty", "appointment", "case-review", "document");
    private static final Map<String, Form> FORM =
            OFFERS.stream().collect(Collectors.toMap(offer -> offer, offer -> shipped("partners." + offer)));
    private static final Map<String, Map<String, List<Option>>> OPTIONS =
            OFFERS.stream().collect(Collectors.toMap(offer -> offer, ShippedFormsTest::options));

    /** A field of a form, named in the test's title. */
    record Asked(String offer, Field field) {
        @Override
        public String toString() {
            return offer + ": " + field.key();
        }

        Map<String, List<String>> problemsWith(Object answer) {
            Map<String, Object> answers = answers(offer);
            answers.put(field.key(), answer);
            return problems(FORM.get(offer), answers, OPTIONS.get(offer));
        }
    }

    @ParameterizedTest
    @MethodSource("offers")
    @DisplayName("PART-07 accept a complete request, and lay it out by their labels")
    void complete(String offer) {
        Form form = FORM.get(offer);
        Map<String, Object> clean = FORMS.check(form, answers(offer), OPTIONS.get(offer));

        assertThat(clean.keySet())
                .containsExactlyElementsOf(
                        form.fields().stream().map(Field::key).toList());
        List<Line> lines = FORMS.layout(form, clean, OPTIONS.get(offer)).stream()
                .flatMap(block -> block.lines().stream())
                .toList();
        assertThat(lines).extracting(Line::key).containsExactlyElementsOf(clean.keySet());
        assertThat(lines).allSatisfy(line -> assertThat(line.texts())
                .isNotEmpty()
                .noneMatch(text -> text.matches("[a-z]+(-[a-z]+)+|MRS?|true")));
    }

    @ParameterizedTest
    @CsvSource({
        "contact, true, false",
        "difficulty, true, true",
        "appointment, false, true",
        "case-review, true, true",
        "document, false, true"
    })
    @DisplayName("PART-07 take files and ask for a person as the guide says")
    void shape(String offer, boolean files, boolean person) {
        assertThat(FORM.get(offer).takesFiles()).isEqualTo(files);
        assertThat(FORM.get(offer).fields().stream().anyMatch(field -> PERSON.equals(field.group())))
                .isEqualTo(person);
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    @DisplayName("PART-07 refuse a request without a required answer, be it left out, null or made of spaces")
    void missing(Asked asked) {
        Object empty =
                switch (asked.field().kind()) {
                    case CHECKBOX -> false;
                    case CHOICES -> List.of();
                    default -> "  ".strip();
                };
        List<String> message = List.of(
                asked.field().kind() == Kind.CHECKBOX
                        ? "Cochez cette case pour continuer."
                        : "Ce champ est obligatoire.");

        assertThat(asked.problemsWith(null)).containsEntry(asked.field().key(), message);
        assertThat(asked.problemsWith(empty)).containsEntry(asked.field().key(), message);
    }

    @Test
    @DisplayName("PART-08 require everything about the person, and the comment")
    void requiredFieldsAreRequired() {
        Set<String> optional = Set.of("careTypes", "renunciationSince", "renunciationCauses");

        assertThat(asked(field -> !field.rules().required())
                        .map(one -> one.field().key()))
                .isSubsetOf(optional);
    }

    @ParameterizedTest
    @MethodSource("limitedFields")
    @DisplayName("PART-08 accept a text of the full length and refuse one character more")
    void tooLong(Asked asked) {
        int most = asked.field().rules().maxLength().number().intValue();
        String full = asked.field().key().equals("phone") ? "06.12.34.56.78" : "a".repeat(most);

        assertThat(asked.problemsWith(full)).isEmpty();
        assertThat(asked.problemsWith(full + "1".repeat(most + 1 - full.length())))
                .hasEntrySatisfying(asked.field().key(), messages -> assertThat(messages.get(0))
                        .endsWith(" caractères au plus (%s saisis)."
                                .formatted(most > 999 ? "5\u202f001" : String.valueOf(most + 1))));
    }

    @ParameterizedTest
    @MethodSource("patternedFields")
    @DisplayName("PART-08 refuse letters, digits and signs that a field does not take, with its own sentence")
    void wrongPattern(Asked asked) {
        for (String wrong : List.of("@", "a_b", "<b>", "- '", "a;b", "{{a}}", "éà€")) {
            assertThat(asked.problemsWith(wrong))
                    .isEqualTo(Map.of(asked.field().key(), List.of(asked.field().message())));
        }
    }

    @ParameterizedTest
    @MethodSource("choiceFields")
    @DisplayName("PART-07 refuse an option that is not in the list")
    void notOffered(Asked asked) {
        boolean isList = asked.field().kind() == Kind.CHOICES;
        for (String wrong : List.of("nothing", "'; drop table request; --", "<script>")) {
            assertThat(asked.problemsWith(isList ? List.of(wrong) : wrong))
                    .containsOnlyKeys(asked.field().key());
        }
        assertThat(asked.problemsWith(isList ? "phone" : List.of("phone")))
                .containsOnlyKeys(asked.field().key());
    }

    @ParameterizedTest
    @MethodSource("offers")
    @DisplayName("PART-07 drop fields they do not have")
    void unknownField(String offer) {
        Map<String, Object> answers = answers(offer);
        answers.put("status", "CLOSED");
        answers.put("Text_Introduction", Map.of("a", 1));

        assertThat(FORMS.check(FORM.get(offer), answers, OPTIONS.get(offer)))
                .doesNotContainKeys("status", "Text_Introduction");
    }

    @ParameterizedTest
    @MethodSource("offers")
    @DisplayName("PART-07 keep HTML and script in the comment as text")
    void markup(String offer) {
        String typed = "<script>alert(1)</script>\n<img src=x onerror=alert(1)> ${1} {{1}}";
        Map<String, Object> answers = answers(offer);
        answers.put("comment", typed);

        assertThat(FORMS.check(FORM.get(offer), answers, OPTIONS.get(offer))).containsEntry("comment", typed);
    }

    @Test
    @DisplayName("PART-07 forget the mission's answers with another reason, and renunciation without its scopes")
    void hiddenAnswers() {
        Map<String, Object> answers = answers("difficulty");
        answers.put("supportScopes", List.of("rights-access"));
        assertThat(FORMS.check(FORM.get("difficulty"), answers, OPTIONS.get("difficulty")))
                .containsKeys("consent", "supportScopes")
                .doesNotContainKeys("careTypes", "renunciationSince", "renunciationCauses");

        answers.put("supportScopes", List.of("not-offered", "care-renunciation"));
        answers.put("consent", "wrong");
        answers.put("careTypes", 12);
        answers.put("reason", "emergency");
        assertThat(FORMS.check(FORM.get("difficulty"), answers, OPTIONS.get("difficulty")))
                .containsEntry("reason", "emergency")
                .doesNotContainKeys("consent", "supportScopes", "careTypes", "renunciationSince", "renunciationCauses");
    }

    @Test
    @DisplayName("PART-06 refuse a reason that the organism does not offer")
    void reducedOrganism() {
        Map<String, List<Option>> reduced = Map.of(
                "reasons", List.of(new Option("ame", "AME"), new Option("rights-opening", "Ouverture des droits")));
        Map<String, Object> answers = answers("case-review");
        answers.put("reason", "financial-aid");

        assertThat(problems(FORM.get("case-review"), answers, reduced)).containsOnlyKeys("reason");
    }

    @Test
    @DisplayName("PART-08 store the person as the guide says")
    void person() {
        Map<String, Object> answers = answers("appointment");
        answers.put("lastName", " d’almeida-nuñez ");
        answers.put("firstName", "jean-pierre");
        answers.put("birthDate", "29/02/1984");
        answers.put("birthPlace", "Côte d'Ivoire");
        answers.put("phone", "06 12 34 56 78");

        assertThat(FORMS.check(FORM.get("appointment"), answers, OPTIONS.get("appointment")))
                .containsEntry("lastName", "D’ALMEIDA-NUÑEZ")
                .containsEntry("firstName", "Jean-Pierre")
                .containsEntry("birthDate", "1984-02-29")
                .containsEntry("birthPlace", "Côte d'Ivoire")
                .containsEntry("phone", "06.12.34.56.78");
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 06.12.34.56.7",
        "phone, 0612345678a",
        "birthDate, 1899-12-31",
        "birthDate, 2026-05-16",
        "birthDate, 1984-02-30",
        "title, MME",
    })
    @DisplayName("PART-08 refuse a wrong number, an impossible or future date, an unknown title")
    void wrongPerson(String key, String wrong) {
        Map<String, Object> answers = answers("document");
        answers.put(key, wrong);

        assertThat(problems(FORM.get("document"), answers, OPTIONS.get("document")))
                .containsOnlyKeys(key);
    }

    static Stream<String> offers() {
        return OFFERS.stream();
    }

    static Stream<Asked> requiredFields() {
        return asked(field -> field.rules().required());
    }

    static Stream<Asked> limitedFields() {
        return asked(field -> field.rules().maxLength().number() != null);
    }

    static Stream<Asked> patternedFields() {
        return asked(field -> field.rules().pattern() != null);
    }

    static Stream<Asked> choiceFields() {
        return asked(field -> field.kind() == Kind.CHOICE || field.kind() == Kind.CHOICES);
    }

    private static Stream<Asked> asked(Predicate<Field> which) {
        return OFFERS.stream()
                .flatMap(
                        offer -> FORM.get(offer).fields().stream().filter(which).map(field -> new Asked(offer, field)));
    }

    /** Answers to every field of a form, hidden ones included: the first option, or all of a list. */
    private static Map<String, Object> answers(String offer) {
        Map<String, Object> answers = new HashMap<>();
        for (Field field : FORM.get(offer).fields()) {
            answers.put(field.key(), answer(offer, field));
        }
        if (offer.equals("difficulty")) {
            answers.put("reason", "medical-mission");
        }
        return answers;
    }

    private static Object answer(String offer, Field field) {
        List<String> codes = field.options().key() == null
                ? field.options().values().stream().map(Option::value).toList()
                : OPTIONS.get(offer).get(field.options().key()).stream()
                        .map(Option::value)
                        .toList();
        return switch (field.kind()) {
            case CHOICE -> codes.get(0);
            case CHOICES -> codes;
            case CHECKBOX -> true;
            case DATE -> "1980-03-05";
            default -> field.key().equals("phone") ? "0612345678" : "Martin";
        };
    }

    private static Map<String, List<Option>> options(String offer) {
        return ShippedDecision.of("partners/partner-reasons")
                .evaluate(Map.of("organism", "331", "offer", "partners." + offer))
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("field").toString(),
                        Collectors.mapping(
                                row -> new Option(
                                        row.get("value").toString(),
                                        row.get("label").toString()),
                                Collectors.toList())));
    }
}
