package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.partners.Desk;
import org.navette.partners.Member;

@NavetteTest
@DisplayName("PART-08 Deposits that no form sends")
class CraftedDepositTest extends DeskOverHttp {

    @Test
    @DisplayName("PART-10 somebody else's form key makes nothing and tells nothing")
    void keyOfSomebodyElse() {
        WebForm form = WebForm.deposit(browser, REVIEW);
        String number = number(form.send(world.answers(REVIEW)));
        for (Desk other : List.of(world.colleague(desk, Member.Role.TECHNICIAN), world.desk("331"))) {
            Browser stranger = world.browser(other, port);
            WebForm own = WebForm.deposit(stranger, REVIEW);
            Map<String, Object> before = rows.snapshot();
            Browser.Page answer = own.sendFields(
                    Map.of("submission", form.submission().toString(), "answers", WebForm.json(world.answers(REVIEW))));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain(number);
            assertThat(rows.snapshot()).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("PART-10 answers of three megabytes are refused as too large, not as a page that is too old")
    void threeMegabytes() {
        WebForm form = WebForm.deposit(browser, REVIEW);
        Map<String, Object> before = rows.snapshot();
        Browser.Page answer = form.send(Map.of("comment", "a".repeat(3_000_000)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.heading()).isEqualTo("Envoi trop volumineux");
        assertThat(rows.snapshot()).isEqualTo(before);
    }

    static Stream<Arguments> crafted() {
        String deep = "{\"comment\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String nested = "{\"comment\":" + "[".repeat(400) + "]".repeat(400) + "}";
        return Stream.of(
                Arguments.of("no JSON", "answers", "bonjour"),
                Arguments.of("half an object", "answers", "{\"comment\":\"a\""),
                Arguments.of("an array", "answers", "[1,2,3]"),
                Arguments.of("null", "answers", "null"),
                Arguments.of("a text", "answers", "\"texte\""),
                Arguments.of("nothing", "answers", ""),
                Arguments.of("deeper than any reader goes", "answers", deep),
                Arguments.of("deep", "answers", nested),
                Arguments.of("an endless number", "answers", "{\"comment\":1" + "0".repeat(5000) + "}"),
                Arguments.of("a prototype", "answers", "{\"__proto__\":{\"x\":1},\"constructor\":1}"),
                Arguments.of("escaped NUL and half characters", "answers", "{\"comment\":\"a\\u0000b\\ud800\"}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("crafted")
    @DisplayName("PART-08 answers that no form makes come back with sentences, never with an error page")
    void crafted(String what, String field, String value) {
        Map<String, Object> before = rows.snapshot();
        Browser.Page answer = WebForm.deposit(browser, REVIEW).sendFields(Map.of(field, value));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(new WebForm(browser, answer).errors())
                .containsKeys("reason", "lastName", "comment")
                .allSatisfy((key, messages) -> assertThat(messages).hasSize(1));
        assertThat(rows.snapshot()).isEqualTo(before);
    }

    @Test
    @DisplayName("PART-10 a post without anything, or with a key, form and files that are none, comes back as a form")
    void missingEverything() {
        WebForm form = WebForm.deposit(browser, REVIEW);
        Browser.Page empty = browser.post(form.page().path(), Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(new WebForm(browser, empty).submission()).isNotEqualTo(form.submission());

        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("submission", "' or 1=1");
        wrong.put("form", "partners.contact:1:x");
        wrong.put("files", ",,x,../..," + UUID.randomUUID());
        Browser.Page answer = form.sendFields(wrong);
        assertThat(answer.status()).isEqualTo(422);

        wrong.put("answers", WebForm.json(world.answers(REVIEW)));
        answer = form.sendFields(wrong);
        assertThat(answer.status()).as("a file that is nobody's").isEqualTo(422);
        assertThat(new WebForm(browser, answer).errors().get("files").toString())
                .contains("n’est plus disponible");

        wrong.put("files", ",,x");
        assertThat(form.sendFields(wrong).status()).isEqualTo(302);
    }

    @Test
    @DisplayName("PART-08 three megabytes of answers are refused in French and stored nowhere")
    void tooMuch() {
        WebForm form = WebForm.deposit(browser, REVIEW);
        Map<String, Object> before = rows.snapshot();
        Map<String, Object> answers = new HashMap<>(world.answers(REVIEW));
        answers.put("comment", "é".repeat(1_500_000));
        Browser.Page answer = form.send(answers);
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.heading()).isNotBlank();
        assertThat(rows.snapshot()).isEqualTo(before);
    }

    @Test
    @DisplayName("PART-20 script that somebody typed is shown as text on every page")
    void escaped() {
        String script = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{7*7}}${7*7}";
        Map<String, Object> answers = new HashMap<>(world.answers(REVIEW));
        answers.put("comment", script);
        String number = number(WebForm.deposit(browser, REVIEW).send(answers));
        for (String path : List.of("", "/confirmation", "/completer")) {
            Browser.Page page = browser.get(Paths.request(number) + path);
            assertThat(page.body()).as(path).doesNotContain("<script>alert").doesNotContain("<img src=x");
        }
        assertThat(browser.get(Paths.request(number)).text()).contains(script);
        assertThat(WebForm.open(browser, Paths.request(number) + "/completer").answers())
                .isEqualTo(Map.of("comment", script));
        assertThat(browser.get(Paths.REQUESTS + "?texte=%3Cscript%3Ealert(1)%22%3E")
                        .body())
                .doesNotContain("<script>alert");
    }

    private static String number(Browser.Page answer) {
        if (answer.location() == null) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.location().replaceAll("\\D", "");
    }
}
