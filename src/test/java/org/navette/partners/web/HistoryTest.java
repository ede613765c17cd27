package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.partners.web.HistoryRows.numbers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.Browser;
import org.navette.NavetteTest;

@NavetteTest
@DisplayName("PART-19 History")
class HistoryTest extends SixRequests {

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

    private static List<String> select(String page, String name) {
        String options = page.replaceFirst("(?s).*<select [^>]*name=\"" + name + "\"[^>]*>(.*?)</select>.*", "$1");
        return Pattern.compile(">([^<>]+)</option>")
                .matcher(options)
                .results()
                .map(option -> org.springframework.web.util.HtmlUtils.htmlUnescape(option.group(1)))
                .toList();
    }
}
