package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.partners.web.HistoryRows.Row;

@NavetteTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("PART-19 History")
class HistoryTest extends OverHttp {

    private static final Pattern CARD = Pattern.compile("class=\"request__number\"[^>]*>n° (\\d{10})<");

    private Browser browser;
    private UUID colleague;
    private String ecar;
    private String ecart;
    private String eden;
    private String fabre;
    private String literal;
    private String nobody;

    /** Six requests that differ in everything; the first three fall into one night around midnight in Paris. */
    @BeforeAll
    void requests() {
        Desk desk = world.desk("331");
        browser = world.browser(desk, port);
        colleague = world.member(desk.structure(), Member.Role.TECHNICIAN).id();
        var rows = new HistoryRows(jdbc, desk);
        // 23h30 on the 10th in Paris, then 0h30 on the 11th, both the 10th in UTC
        ecar = rows.add(
                Row.of(desk, "2025-03-10T22:30:00Z").person("Madame ÉCAR Zoé").about("Demander un document"));
        ecart = rows.add(
                Row.of(desk, "2025-03-10T23:30:00Z").person("Madame ECART Zoé").about("Élaborer"));
        // 0h30 on the 30th, the night before which the clocks go forward
        eden = rows.add(Row.of(desk, "2025-03-29T23:30:00Z")
                .person("Madame EDEN Zoé")
                .about("Exposer")
                .status("taken", "Pris en charge"));
        fabre = rows.add(Row.of(desk, "2025-04-15T10:00:00Z")
                .person("Madame FABRE Zoé")
                .about("Facturer")
                .by(colleague, "ÉMILE Anne")
                .status("resolved", "Résolu"));
        literal = rows.add(Row.of(desk, "2025-04-16T10:00:00Z")
                .person("Monsieur 100%_SÛR D'ÉTÉ\\ Jean")
                .about("Graver")
                .by(colleague, "EUGÈNE Anne")
                .status("closed", "Clôturé"));
        nobody = rows.add(Row.of(desk, "2025-04-17T10:00:00Z")
                .person(null)
                .about("Contacter")
                .by(colleague, "FANNY Anne"));
        rows.add(Row.of(desk, "2025-04-18T10:00:00Z").status("cancelled", "Annulé"));
        new HistoryRows(jdbc, world.desk("331"))
                .add(Row.of(desk, "2025-04-18T10:00:00Z").by(colleague, "ÉMILE Anne"));
        var elsewhere = world.structure();
        world.convention(elsewhere, "471", -1, 100);
        new HistoryRows(jdbc, world.desk(world.member(elsewhere, Member.Role.TECHNICIAN), "471"))
                .add(Row.of(desk, "2025-04-18T10:00:00Z"));
    }

    @Test
    @DisplayName("PART-19 all requests of the structure to the organism, newest first, cancelled ones not")
    void all() {
        Browser.Page page = browser.get(Paths.REQUESTS);
        assertThat(numbers(page)).containsExactly(nobody, literal, fabre, eden, ecart, ecar);
        assertThat(page.text())
                .contains("1–6 sur 6 résultats")
                .contains("Graver n° " + literal + " Clôturé Déposée le 16/04/2025 12h00 Demandeur EUGÈNE Anne"
                        + " Personne concernée Monsieur 100%_SÛR D'ÉTÉ\\ Jean Consulter le détail");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "date,croissant,ÉCAR ECART EDEN FABRE literal nobody",
                "date,decroissant,nobody literal FABRE EDEN ECART ÉCAR",
                "offre,croissant,nobody ÉCAR ECART EDEN FABRE literal",
                "offre,decroissant,literal FABRE EDEN ECART ÉCAR nobody",
                "personne,croissant,nobody ÉCAR ECART EDEN FABRE literal",
                "personne,decroissant,literal FABRE EDEN ECART ÉCAR nobody",
                "demandeur,croissant,ÉCAR ECART EDEN FABRE literal nobody",
                "demandeur,decroissant,nobody literal FABRE EDEN ECART ÉCAR",
                "statut,croissant,literal ÉCAR ECART nobody EDEN FABRE",
                "statut,decroissant,FABRE EDEN nobody ECART ÉCAR literal"
            })
    @DisplayName("PART-19 sorts in French order, both ways: É stands between E and F")
    void sorts(String by, String way, String expected) {
        List<String> numbers =
                java.util.Arrays.stream(expected.split(" ")).map(this::number).toList();
        assertThat(numbers(browser.get(Paths.REQUESTS + "?tri=" + by + "&ordre=" + way)))
                .containsExactlyElementsOf(numbers);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "statut=taken|EDEN",
                "statut=new|nobody ECART ÉCAR",
                "statut=cancelled|",
                "offre=Demander un document|ÉCAR",
                "offre=Élaborer|ECART",
                "demandeur=colleague|nobody literal FABRE",
                "du=2025-03-10&au=2025-03-10|ÉCAR",
                "du=2025-03-11&au=2025-03-11|ECART",
                "du=2025-03-30&au=2025-03-30|EDEN",
                "au=2025-03-10|ÉCAR",
                "du=2025-04-16|nobody literal",
                "du=2025-04-17&au=2025-03-01|",
                "texte=écar|ECART ÉCAR",
                "texte=ECÀR|ECART ÉCAR",
                "texte=  madame   ecart  |ECART",
                "texte=d'ete|literal",
                "texte=ecart madame|ECART",
                "texte=d’ete|literal",
                "texte=%|literal",
                "texte=_|literal",
                "texte=\\|literal",
                "texte=100%_s|literal",
                "texte=1%0|",
                "texte=introuvable|",
                "statut=new&texte=zoe&du=2025-03-11|ECART"
            })
    @DisplayName(
            "PART-19 filters by status, offer, requester, days in Paris, and text without accents, case or wildcards")
    void filters(String query, String expected) {
        String encoded = java.util.Arrays.stream(
                        query.replace("colleague", colleague.toString()).split("&"))
                .map(pair ->
                        pair.split("=", 2)[0] + "=" + URLEncoder.encode(pair.split("=", 2)[1], StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&"));
        Browser.Page page = browser.get(Paths.REQUESTS + "?" + encoded);
        List<String> numbers = expected == null
                ? List.of()
                : java.util.Arrays.stream(expected.split(" ")).map(this::number).toList();
        assertThat(numbers(page)).containsExactlyElementsOf(numbers);
        assertThat(page.text())
                .contains(
                        numbers.isEmpty()
                                ? "Aucune demande ne correspond à ces filtres"
                                : "1–" + numbers.size() + " sur " + numbers.size()
                                        + (numbers.size() == 1 ? " résultat" : " résultats"));
    }

    @Test
    @DisplayName("PART-19 a number is found whole or in part")
    void byNumber() {
        assertThat(numbers(browser.get(Paths.REQUESTS + "?texte=" + eden))).containsExactly(eden);
        assertThat(numbers(browser.get(Paths.REQUESTS + "?texte=" + eden.substring(5))))
                .containsExactly(eden);
        assertThat(numbers(browser.get(Paths.REQUESTS + "?texte=99331"))).hasSize(6);
        String copied = "n° " + eden.substring(0, 2) + " " + eden.substring(2, 5) + " " + eden.substring(5);
        assertThat(numbers(browser.get(Paths.REQUESTS + "?texte=" + URLEncoder.encode(copied, StandardCharsets.UTF_8))))
                .containsExactly(eden);
    }

    @Test
    @DisplayName("PART-19 a request's link carries the list, so that one can come back to it")
    void link() {
        assertThat(browser.get(Paths.REQUESTS + "?statut=taken&taille=25").body())
                .contains("/" + eden + "?statut=taken&amp;taille=25\"");
    }

    @Test
    @DisplayName("PART-19 days in the wrong order say so beside the field")
    void backwards() {
        assertThat(browser.get(Paths.REQUESTS + "?du=2025-04-17&au=2025-03-01").text())
                .contains("Cette date précède celle du début");
        assertThat(browser.get(Paths.REQUESTS + "?du=2025-03-01&au=2025-04-17").body())
                .doesNotContain("au-erreur");
    }

    @Test
    @DisplayName(
            "PART-19 the page offers the statuses but Annulé, the organism's offers and the structure's technicians")
    void offered() {
        String page = browser.get(Paths.REQUESTS).body();
        assertThat(select(page, "statut"))
                .containsExactlyInAnyOrder(
                        "Tous", "Nouveau", "Pris en charge", "Résolu", "Message envoyé", "Message reçu", "Clôturé");
        assertThat(select(page, "offre")).hasSize(6).contains("Toutes", "Demander un document");
        assertThat(select(page, "demandeur")).hasSize(3);
        String filtered = browser.get(Paths.REQUESTS + "?statut=taken&texte=%22%3E%3Cb%3E&du=2025-03-01")
                .body();
        assertThat(filtered)
                .containsPattern("value=\"taken\"[^>]*selected")
                .contains("value=\"2025-03-01\"")
                .doesNotContain("\"><b>");
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

    private String number(String name) {
        return switch (name) {
            case "ÉCAR" -> ecar;
            case "ECART" -> ecart;
            case "EDEN" -> eden;
            case "FABRE" -> fabre;
            case "literal" -> literal;
            case "nobody" -> nobody;
            default -> throw new AssertionError(name);
        };
    }

    static List<String> numbers(Browser.Page page) {
        return CARD.matcher(page.body()).results().map(card -> card.group(1)).toList();
    }

    private static List<String> select(String page, String name) {
        String options = page.replaceFirst("(?s).*<select [^>]*name=\"" + name + "\"[^>]*>(.*?)</select>.*", "$1");
        return Pattern.compile(">([^<>]+)</option>")
                .matcher(options)
                .results()
                .map(option -> org.springframework.web.util.HtmlUtils.htmlUnescape(option.group(1)))
                .toList();
    }
}
