package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.navette.Browser;
import org.navette.NavetteTest;

/** One wrong answer to each field of each offer, as the forms themselves tell their fields. */
@NavetteTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("PART-08 Every field of every offer is checked by the server")
class DepositChecksTest extends OverHttp {

    private static final String REQUIRED = "Ce champ est obligatoire.";
    private static final String TICK = "Cochez cette case pour continuer.";
    private static final List<String> OFFERS =
            List.of("contact", "difficulty", "appointment", "case-review", "document");
    private static final Set<String> CHOICES = Set.of("select", "radio", "checklist");

    private final Map<String, WebForm> forms = new HashMap<>();
    private Browser browser;

    @BeforeAll
    void signIn() {
        browser = world.browser(world.desk("331"), port);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("wrong")
    @DisplayName("PART-08 a wrong answer is told beside its field, and everything typed is kept")
    void wrong(String offer, String key, String what, Object answer, String message) {
        Map<String, Object> answers = right(offer);
        if (answer == null) {
            answers.remove(key);
        } else {
            answers.put(key, answer);
        }
        long before = rows.count("select count(*) from request");
        // a refused form may be sent again: one page of each offer serves all its cases
        Browser.Page page =
                forms.computeIfAbsent(offer, id -> WebForm.deposit(browser, id)).send(answers);
        assertThat(page.status()).isEqualTo(422);
        WebForm form = new WebForm(browser, page);
        assertThat(form.errors()).containsOnlyKeys(key);
        assertThat(form.errors().get(key)).singleElement().asString().contains(message);
        assertThat(form.answers()).isEqualTo(readBack(answers));
        assertThat(page.body()).doesNotContain("<script>alert").doesNotContain("??");
        assertThat(rows.count("select count(*) from request")).isEqualTo(before);
    }

    private Map<String, Object> right(String offer) {
        Map<String, Object> answers = new HashMap<>(world.answers(offer));
        if (offer.equals("partners.difficulty")) {
            // so that nothing is hidden
            answers.putAll(Map.of(
                    "reason",
                    "medical-mission",
                    "consent",
                    true,
                    "supportScopes",
                    List.of("care-renunciation"),
                    "careTypes",
                    List.of("surgery"),
                    "renunciationSince",
                    "over-one-year",
                    "renunciationCauses",
                    List.of("transport")));
        }
        return answers;
    }

    static Stream<Arguments> wrong() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        for (String offer : OFFERS) {
            String id = "partners." + offer;
            try (InputStream schema =
                    DepositChecksTest.class.getResourceAsStream("/models/forms/partners/" + id + ".form")) {
                fields(new ObjectMapper().readTree(schema)).forEach(field -> cases(id, field, cases));
            }
        }
        // at most: 4 selects, a few dozen others; at least as many as the specification counts
        assertThat(cases).hasSizeGreaterThan(150);
        return cases.stream();
    }

    private static Stream<JsonNode> fields(JsonNode node) {
        return Stream.concat(
                node.has("key") ? Stream.of(node) : Stream.empty(),
                Stream.iterate(0, i -> i < node.path("components").size(), i -> i + 1)
                        .flatMap(i -> fields(node.path("components").get(i))));
    }

    private static void cases(String offer, JsonNode field, List<Arguments> cases) {
        String key = field.path("key").asText();
        String type = field.path("type").asText();
        JsonNode rules = field.path("validate");
        if (rules.path("required").asBoolean()) {
            String required = type.equals("checkbox") ? TICK : REQUIRED;
            cases.add(Arguments.of(offer, key, "missing", null, required));
            cases.add(Arguments.of(offer, key, "empty", empty(type), required));
        }
        if (CHOICES.contains(type)) {
            choices(offer, key, type.equals("checklist"), cases);
        } else if (type.equals("checkbox")) {
            cases.add(Arguments.of(offer, key, "not ticked", false, TICK));
            cases.add(Arguments.of(offer, key, "a text", "true", "Cochez ou décochez cette case."));
        } else if (type.equals("datetime")) {
            dates(offer, key, cases);
        } else {
            texts(offer, key, field, cases);
        }
    }

    private static Object empty(String type) {
        return switch (type) {
            case "checklist" -> List.of();
            case "checkbox" -> false;
            case "textfield", "textarea" -> " \n\u00a0 ";
            default -> "";
        };
    }

    private static void choices(String offer, String key, boolean many, List<Arguments> cases) {
        String message = many ? "Choisissez parmi les réponses proposées." : "Choisissez une des réponses proposées.";
        for (Object wrong : List.of("no-such-option", "<script>alert(1)</script>", "AME ", "😀")) {
            cases.add(Arguments.of(offer, key, "not offered", many ? List.of(wrong) : wrong, message));
        }
        cases.add(Arguments.of(offer, key, "an object", Map.of("value", "ame"), message));
        cases.add(Arguments.of(offer, key, "lists in lists", List.of(List.of("ame")), message));
        if (many) {
            cases.add(Arguments.of(offer, key, "a text", "no list", message));
        }
    }

    private static void dates(String offer, String key, List<Arguments> cases) {
        cases.add(Arguments.of(offer, key, "no such day", "1971-02-30", "Cette date n'existe pas."));
        cases.add(Arguments.of(offer, key, "not typed to its end", "10/10/19", "jj/mm/aaaa"));
        cases.add(Arguments.of(offer, key, "script", "<script>alert(1)</script>", "jj/mm/aaaa"));
        cases.add(Arguments.of(offer, key, "a number", 19711010, "jj/mm/aaaa"));
        cases.add(Arguments.of(offer, key, "too early", "1899-12-31", "01/01/1900"));
        cases.add(Arguments.of(
                offer, key, "in the future", LocalDate.now().plusDays(2).toString(), "aujourd'hui"));
    }

    private static void texts(String offer, String key, JsonNode field, List<Arguments> cases) {
        int longest = field.path("validate").path("maxLength").asInt();
        // letters for names, digits for the telephone, whose pattern lets nothing longer through
        String filling = key.equals("phone") ? "1" : "a";
        cases.add(Arguments.of(offer, key, "too long", filling.repeat(longest + 1), " caractères au plus ("));
        cases.add(Arguments.of(offer, key, "a number", 12, "Saisissez un texte."));
        cases.add(Arguments.of(offer, key, "a list", List.of("a", "b"), "Saisissez un texte."));
        cases.add(Arguments.of(offer, key, "a control character", "a\u0007b", "caractères qui ne peuvent pas"));
        if (field.path("validate").has("pattern")) {
            String message = field.path("properties").path("message").asText();
            assertThat(message).as("%s %s says what it wants", offer, key).isNotBlank();
            for (String wrong : List.of("<b>x</b>", "a@b", "--", "{{x}}", "a;b")) {
                cases.add(Arguments.of(offer, key, "wrong pattern", wrong, message));
            }
        }
    }

    /** What Jackson makes of the answers on their way through JSON. */
    private static Map<String, Object> readBack(Map<String, Object> answers) {
        return new ObjectMapper().convertValue(answers, new com.fasterxml.jackson.core.type.TypeReference<>() {});
    }
}
