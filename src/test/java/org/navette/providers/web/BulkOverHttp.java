package org.navette.providers.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.navette.AgencyWorld;
import org.navette.Browser;
import org.navette.FormWithFile;
import org.navette.NavetteTest;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.partners.PartnerWorld;
import org.navette.providers.BulkDesk;
import org.navette.providers.BulkKind;
import org.navette.providers.CareDesk;
import org.navette.providers.CnssAgency;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supervisor on the page of registrations by a file, and files of one establishment. */
@NavetteTest
abstract class BulkOverHttp {

    static final String PAGE = "/agents/gestion/cnss/enregistrements";

    @LocalServerPort
    int port;

    @Autowired
    BulkDesk bulk;

    @Autowired
    CareDesk desk;

    @Autowired
    ProviderWorld world;

    @Autowired
    CnssAgency agency;

    @Autowired
    PartnerWorld partners;

    @Autowired
    JdbcClient jdbc;

    Browser browser;
    CareEstablishment clinic;
    String insured;
    String today;

    @BeforeEach
    void comeIn() {
        browser = new Browser(port);
        browser.signIn("/agents", agency.supervisor(), AgencyWorld.PASSWORD);
        clinic = world.known(Sector.PUBLIC);
        insured = desk.insured();
        today = ProviderWorld.day(desk.today());
    }

    Browser.Page send(BulkKind kind, String name, byte[] content) {
        browser.get(PAGE);
        return FormWithFile.send(browser, PAGE, Map.of("kind", kind.code()), "file", name, "text/csv", content);
    }

    Browser.Page send(BulkKind kind, String text) {
        return send(kind, "lignes.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    List<String> bills(int lines) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        List<String> bills = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            bills.add(String.join(
                    ";",
                    clinic.inpe(),
                    insured,
                    i % 2 == 0 ? "" : "Rim Benchekroun",
                    "",
                    today,
                    today,
                    mark + i,
                    "1,50"));
        }
        return bills;
    }
}
