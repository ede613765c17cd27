package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.funding.FundingWorld;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Whoever holds a connection while waiting for a second one can wait for somebody who does the same: with the pool's size
 * of such requests at once, nobody goes on.
 */
@NavetteTest
@DisplayName("With one connection left in the pool")
class OneConnectionTest {

    @LocalServerPort
    int port;

    @Autowired
    DataSource connections;

    @Autowired
    PartnerWorld partners;

    @Autowired
    ProcedureWorld procedures;

    @Autowired
    FundingWorld funding;

    @Test
    @DisplayName("COMM-21 every page of the three espaces is answered, and so is what they send")
    void pages() throws SQLException {
        var pool = connections.unwrap(HikariDataSource.class);
        Desk desk = partners.desk("331");
        String deposited = partners.deposit(desk, "partners.case-review");
        Office office = procedures.responsible();
        String sent = procedures.send(office, "certificate");
        UUID draft = procedures.draft(office, "address-change");
        var supplier = funding.supplier();
        String enrolment = funding.enrol(supplier);
        Browser partner = partners.browser(desk, port);
        Browser professional = procedures.browser(office, port);
        Browser vendor = funding.browser(supplier, port);
        List<Connection> held = new ArrayList<>();
        try {
            while (held.size() < pool.getMaximumPoolSize() - 1) {
                held.add(pool.getConnection());
            }
            for (String page : List.of("/accueil", "/demandes", "/demandes/" + deposited, "/demandes/nouvelle")) {
                works(partner.get("/partenaires" + page));
            }
            for (String page : List.of(
                    "/accueil",
                    "/demandes",
                    "/demandes/export.csv",
                    "/demandes/" + sent,
                    "/compte",
                    "/compte/lecteurs",
                    "/brouillons/" + draft + "/documents",
                    "/brouillons/" + draft + "/etapes/head-office",
                    "/brouillons/" + draft + "/validation")) {
                works(professional.get("/demarches" + page));
            }
            professional.get("/demarches/compte/lecteurs/nouveau");
            works(professional.post(
                    "/demarches/compte/lecteurs/nouveau",
                    Map.of(
                            "civility", "MRS",
                            "lastName", "Petit",
                            "firstName", "Ada",
                            "email", "ada" + UUID.randomUUID() + "@world.example")));
            works(professional.get("/demarches/demandes/nouvelle"));
            works(professional.post("/demarches/demandes/nouvelle", Map.of("kind", "certificate")));
            for (String page : List.of("/accueil", "/enrolements", "/enrolements/" + enrolment)) {
                works(vendor.get("/segur" + page));
            }
            Browser stranger = new Browser(port);
            works(stranger.signIn("/demarches", procedures.login(office), ProcedureWorld.PASSWORD));
            works(stranger.get("/segur/enrolement"));
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
    }

    private static void works(Browser.Page answer) {
        assertThat(answer.status()).as(answer.path()).isLessThan(400);
    }
}
