package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.partners.web.HistoryRows.numbers;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.NavetteTest;

@NavetteTest
@DisplayName("PART-19 History, asked wrongly or oddly")
class HistoryInputTest extends SixRequests {

    @Test
    @DisplayName("PART-19 days in the wrong order say so beside the field")
    void backwards() {
        assertThat(browser.get(Paths.REQUESTS + "?du=2025-04-17&au=2025-03-01").text())
                .contains("Cette date précède celle du début");
        assertThat(browser.get(Paths.REQUESTS + "?du=2025-03-01&au=2025-04-17").body())
                .doesNotContain("au-erreur");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=abc",
                "page=-1",
                "page=0",
                "page=999999",
                "page=2147483648",
                "page=1&page=2",
                "taille=7",
                "taille=-10",
                "taille=1000000",
                "taille=x",
                "demandeur=garbage",
                "demandeur=1-2",
                "tri=subject%3Bdrop+table+request",
                "ordre=x",
                "statut=&offre=&texte=%20",
                "autre=1&filter=x&class.module=1"
            })
    @DisplayName("PART-19 what the address asks wrongly counts as not asked")
    void wrongValues(String query) {
        Browser.Page page = browser.get(Paths.REQUESTS + "?" + query);
        assertThat(page.status()).isEqualTo(200);
        assertThat(numbers(page)).containsExactlyInAnyOrder(ecar, ecart, eden, fabre, literal, nobody);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "du=31/02/2025",
                "du=2026-13-45",
                "du=2025-02-31",
                "du=%2B999999-01-01",
                "au=0000-00-00",
                "au=31/02/1990",
                "au=9999-12-31",
                "du=-0001-01-01",
                "du=hier"
            })
    @DisplayName("PART-19 a day that does not exist is told beside its field, keeps what was typed and lists nothing")
    void wrongDays(String query) {
        Browser.Page page = browser.get(Paths.REQUESTS + "?" + query);
        assertThat(page.status()).isEqualTo(200);
        assertThat(numbers(page)).isEmpty();
        assertThat(page.text())
                .contains("Cette date n'est pas valable", "corrigez d'abord la date")
                .doesNotContain("ne correspond à ces filtres");
        String typed = URLDecoder.decode(query.substring(3), StandardCharsets.UTF_8);
        assertThat(page.body())
                .containsPattern("type=\"text\"[^>]*value=\"" + Pattern.quote(typed) + "\"[^>]*aria-invalid");
    }

    @Test
    @DisplayName("PART-19 a day is understood as people type it too")
    void typedDay() {
        assertThat(numbers(browser.get(Paths.REQUESTS + "?du=10/03/2025&au=10/3/2025")))
                .containsExactly(ecar);
        assertThat(browser.get(Paths.REQUESTS + "?du=10/03/2025").body()).contains("value=\"2025-03-10\"");
    }

    @Test
    @DisplayName("PART-19 text that nobody types is looked for like any other, a NUL is refused")
    void strangeText() {
        for (String text :
                List.of("a".repeat(2000), "a".repeat(99) + "😀", "\uFFFD", "'; drop table request; --", "\u0001")) {
            Browser.Page page =
                    browser.get(Paths.REQUESTS + "?texte=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
            assertThat(page.status()).as(text).isEqualTo(200);
            assertThat(numbers(page)).isEmpty();
        }
        for (String name : List.of("statut", "offre", "texte", "page", "demandeur")) {
            Browser.Page page = browser.get(Paths.REQUESTS + "?" + name + "=%00");
            assertThat(page.status()).as(name).isEqualTo(400);
            assertThat(page.heading()).isEqualTo("Demande incomprise");
        }
    }
}
