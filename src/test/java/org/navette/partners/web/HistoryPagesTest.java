package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.Browser;
import org.navette.CountedStatements;
import org.navette.NavetteTest;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.requests.ListPage;

@NavetteTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("PART-19 Pages of the history")
class HistoryPagesTest extends OverHttp {

    private static final int SOME = 60;

    private Desk busy;
    private Browser some;
    private Browser many;
    private Desk few;

    @BeforeAll
    void requests() {
        Desk desk = world.desk("331");
        new HistoryRows(jdbc, desk).addMany(SOME);
        some = world.browser(desk, port);
        busy = world.desk("331");
        new HistoryRows(jdbc, busy).addMany(10_050);
        many = world.browser(busy, port);
        few = world.desk("331");
    }

    @AfterAll
    void removed() {
        new HistoryRows(jdbc, busy).remove();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "taille=10|1–10 sur 60 résultats|10",
                "page=6|51–60 sur 60 résultats|10",
                "page=7|51–60 sur 60 résultats|10",
                "taille=25|1–25 sur 60 résultats|25",
                "taille=25&page=3|51–60 sur 60 résultats|10",
                "taille=50|1–50 sur 60 résultats|50",
                "taille=50&page=999999|51–60 sur 60 résultats|10",
                "taille=100|1–10 sur 60 résultats|10"
            })
    @DisplayName("PART-19 ten, twenty-five or fifty a page; behind the last page is the last page")
    void sizes(String query, String total, int cards) {
        Browser.Page page = some.get(Paths.REQUESTS + "?" + query);
        assertThat(HistoryRows.numbers(page)).hasSize(cards).doesNotHaveDuplicates();
        assertThat(page.text().split(Pattern.quote(total), -1))
                .as("above and below")
                .hasSize(3);
        assertThat(page.body().split("<nav class=\"pages\"", -1))
                .as("above and below")
                .hasSize(3);
    }

    @Test
    @DisplayName("PART-19 the pages together show every request once, and keep size, sort and filters")
    void everyPage() {
        List<String> seen = new java.util.ArrayList<>();
        String path = Paths.REQUESTS + "?taille=25&tri=personne&ordre=croissant&texte=tutu%26";
        assertThat(HistoryRows.numbers(some.get(path))).isEmpty();
        path = path.replace("%26", "");
        for (int page = 0; page < 3; page++) {
            Browser.Page shown = some.get(path);
            seen.addAll(HistoryRows.numbers(shown));
            var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(shown.body());
            assertThat(next.find()).as("page " + page).isEqualTo(page < 2);
            path = page < 2 ? next.group(1).replace("&amp;", "&") : path;
        }
        assertThat(path).contains("taille=25", "tri=personne", "ordre=croissant", "texte=tutu", "page=3");
        assertThat(seen).hasSize(SOME).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("PART-19 the first page has no page before it, the last none behind it")
    void ends() {
        assertThat(some.get(Paths.REQUESTS).body()).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
        assertThat(some.get(Paths.REQUESTS + "?page=6").body())
                .contains("rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    @DisplayName("PART-19 the pages offered leave a gap only where it hides more than one page")
    void offered() {
        assertThat(offered(1, 40)).containsExactly(1, 2, 3, 4);
        assertThat(offered(1, 60)).containsExactly(1, 2, 0, 6);
        assertThat(offered(4, 60)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(offered(5, 90)).containsExactly(1, 0, 4, 5, 6, 0, 9);
    }

    private static List<Integer> offered(int number, int total) {
        return new ListPage<>(List.of(), number, 10, total, false, number * 10 < total).offered();
    }

    @Test
    @DisplayName("PART-19 beyond a thousand the total is not counted further, and pages end at ten thousand rows")
    void capped() {
        assertThat(many.get(Paths.REQUESTS).text()).contains("1–10 sur plus de 1\u202f000 résultats");
        Browser.Page deep = many.get(Paths.REQUESTS + "?page=200&taille=50");
        assertThat(deep.text()).contains("9951–10000 sur plus de 1\u202f000 résultats", "affinez votre recherche");
        assertThat(deep.body()).doesNotContain("rel=\"next\"");
        assertThat(HistoryRows.numbers(many.get(Paths.REQUESTS + "?page=999999&taille=50")))
                .isEqualTo(HistoryRows.numbers(deep));
    }

    @Test
    @DisplayName("PART-19 a history costs the same few statements whatever it shows")
    void statementsOfTheHistory() {
        Browser alone = world.browser(few, port);
        world.colleague(few, Member.Role.TECHNICIAN);
        assertStatements(HISTORY_STATEMENTS, alone, Paths.REQUESTS);
        assertStatements(HISTORY_STATEMENTS, some, Paths.REQUESTS + "?taille=50");
        assertStatements(HISTORY_STATEMENTS, many, Paths.REQUESTS + "?page=900&tri=personne&texte=tutu&statut=new");
    }

    @Test
    @DisplayName("PART-20 a detail costs the same few statements, with one answer or a whole exchange")
    void statementsOfTheDetail() {
        Browser alone = world.browser(few, port);
        String fresh = world.deposit(few, "partners.case-review");
        String exchanged = world.resolved(few);
        world.ask(few, exchanged, "Une question");
        world.answer(exchanged, "Une précision");
        assertStatements(DETAIL_STATEMENTS, alone, Paths.request(fresh));
        assertStatements(DETAIL_STATEMENTS, alone, Paths.request(exchanged));
    }

    /** Session, account, member, convention… then the page's own. Whoever adds one says why it is needed. */
    private static final int HISTORY_STATEMENTS = 11;

    private static final int DETAIL_STATEMENTS = 11;

    private static void assertStatements(int expected, Browser browser, String path) {
        // models and sessions are read once
        browser.get(path);
        List<String> statements =
                CountedStatements.during(
                                () -> assertThat(browser.get(path).status()).isEqualTo(200))
                        .stream()
                        // which version of a model is the latest is asked once a second, by whoever comes then
                        .filter(sql -> !sql.contains("ACT_RE_"))
                        .toList();
        assertThat(statements).as(path + "\n" + String.join("\n", statements)).hasSize(expected);
    }
}
