package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.navette.Browser;
import org.navette.partners.PartnerWorld;
import org.springframework.web.util.HtmlUtils;

/** The page on which the organism is chosen. */
final class OrganismPage {

    static final Pattern OPTION = Pattern.compile("<option ([^>]*)>([^<]*)</option>");

    private OrganismPage() {}

    /** A browser in which somebody has signed in and chosen nothing. */
    static Browser signedIn(int port, String login) {
        Browser browser = new Browser(port);
        browser.follow(browser.signIn(Paths.PREFIX, login, PartnerWorld.PASSWORD));
        return browser;
    }

    static Browser.Page choose(Browser browser, String organism, boolean acknowledged) {
        browser.get(Paths.ORGANISM);
        return browser.post(
                Paths.ORGANISM,
                acknowledged ? Map.of("organism", organism, "acknowledged", "true") : Map.of("organism", organism));
    }

    /** What the list offers, as people read it. */
    static List<String> options(Browser.Page page) {
        return OPTION.matcher(page.body())
                .results()
                .map(option -> HtmlUtils.htmlUnescape(option.group(2)))
                .toList();
    }

    /** Every page that needs an organism leads back to the choice. */
    static void assertNoDesk(Browser browser) {
        for (String path : List.of(Paths.HOME, Paths.REQUESTS, Paths.DEPOSIT, Paths.DEPOSIT + "/partners.contact")) {
            assertThat(browser.get(path).location()).as(path).isEqualTo(Paths.ORGANISM);
        }
    }
}
