package org.navette.providers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.SheetFile;
import org.navette.directory.CareEstablishment;
import org.navette.providers.CareWorld;
import org.navette.providers.Profile;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clinic whose two profiles are signed in, for the tests of a class. */
@NavetteTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CareOverHttp {

    private static final Pattern NUMBER = Pattern.compile("<th [^>]*scope=\"row\">((?:PEC|DR)-[^<]+)</th>");

    @LocalServerPort
    int port;

    @Autowired
    ProviderWorld world;

    @Autowired
    CareWorld care;

    CareEstablishment clinic;
    Browser pec;
    Browser payments;

    @BeforeAll
    void clinic() {
        clinic = world.member();
        pec = world.browser(clinic, Profile.PEC, port);
        payments = world.browser(clinic, Profile.PAYMENTS, port);
    }

    LocalDate today() {
        return care.today();
    }

    /** The first day of last year. */
    LocalDate lastYear() {
        return today().minusYears(1).withDayOfYear(1);
    }

    static Browser.Page ok(Browser browser, String path) {
        Browser.Page page = browser.get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        return page;
    }

    /** The numbers of the lines, in their order. */
    static List<String> numbers(Browser.Page page) {
        return NUMBER.matcher(page.body())
                .results()
                .map(MatchResult::group)
                .map(line -> line.replaceAll("<[^>]*>", ""))
                .toList();
    }

    /** The numbers on the list at this path. */
    static List<String> listed(Browser browser, String path) {
        return numbers(ok(browser, path));
    }

    static SheetFile sheet(Browser browser, String path) {
        return SheetFile.read(browser.stream(path));
    }

    /** As a table writes it. */
    static String day(LocalDate day) {
        return ProviderWorld.day(day);
    }
}
