package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.Browser;
import org.navette.LibreOffice;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.RequestType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Needs LibreOffice Calc on the path (Debian: {@code libreoffice-calc-nogui}); skipped without it. */
@NavetteTest
@DisplayName("Exports in a spreadsheet program")
class SpreadsheetTest {

    /** Semicolons, quotes, UTF-8, from the first line, no fixed columns, French, quotes are no sign of text. */
    private static final String OPENED_AS = "--infilter=CSV:59,34,76,1,,1036,false,true";

    private static final Pattern CELL = Pattern.compile("<table:table-cell( [^>]*)?>\\s*<text:p>");

    @LocalServerPort
    int port;

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    @TempDir
    Path folder;

    private Browser browser;

    @BeforeAll
    static void installed() {
        assumeTrue(LibreOffice.installed(), "no LibreOffice on the path");
    }

    @BeforeEach
    void load() {
        Enrolled enrolled = world.enrolled(Couloir.HOP);
        browser = world.browser(enrolled.supplier(), port);
        String number = files.load(
                        enrolled,
                        ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.HOP)
                                .with("/demandes/0/beneficiaires/0/nom", "\"=1+1\""))
                .get(0)
                .number();
        files.tell(number, "funding.completed");
    }

    @Test
    @DisplayName("FUND-23 dates are dates, amounts are numbers, accents are there")
    void types() throws Exception {
        String sheet = open("/segur/exports/demandes.csv");
        assertThat(sheet)
                .contains("office:date-value=\"2026-04-20\"", "office:value=\"1074.99\"")
                .contains("<text:p>Montant déclaré SEGUR HT</text:p>", "<text:p>N° ASP</text:p>")
                .doesNotContain("table:formula", "\ufeff");
        assertThat(CELL.matcher(sheet).results().count()).isGreaterThanOrEqualTo(20);
    }

    @Test
    @DisplayName("FUND-23 a name that looks like a formula is a name")
    void formula() throws Exception {
        assertThat(open("/segur/exports/beneficiaires.csv?couloir=HOP"))
                .contains("=1+1")
                .doesNotContain("table:formula", "<text:p>2</text:p>");
    }

    /** What the program makes of an export, as XML. */
    private String open(String path) throws IOException, InterruptedException {
        Path file = folder.resolve("export.csv");
        Files.writeString(file, browser.get(path).body());
        return LibreOffice.open(file, OPENED_AS);
    }
}
