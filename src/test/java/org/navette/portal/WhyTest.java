package org.navette.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.partners.Desk;
import org.navette.partners.PartnerRequests;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("Why a request went as it did")
class WhyTest {

    private static final String ORGANISM = "331";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Autowired
    PartnerRequests requests;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName(
            "COMM-13 the dossier says in French which rules let the request in and made it urgent, and their version")
    void dossier() {
        String number = world.deposit(world.desk(ORGANISM), "partners.difficulty", Map.of("reason", "emergency"));
        assertThat(dossier(number))
                .contains("Pourquoi ? Les règles appliquées à cette demande")
                .contains("Accès selon la convention", "Accès : complet")
                .contains("Offres de service proposées", "Formulaire de l'offre : partners.difficulty")
                .doesNotContain("partners.contact")
                .contains("Motifs et documents proposés", "Code : emergency")
                .contains(
                        "Priorité et délais version",
                        "Règle appliquée : Situation d'urgence : avant toutes les autres.")
                .contains("Priorité (0 à 100) : 90", "Motif (code) : emergency", "Suivi de la demande");
    }

    @Test
    @DisplayName("COMM-13 inputs, rules and version are kept with each act; what was read then does not change later")
    void kept() {
        Desk desk = world.desk(ORGANISM);
        String number = world.deposit(desk, "partners.case-review");
        assertThat(kept(number))
                .containsExactly(
                        "Dépôt/convention-access",
                        "Dépôt/partner-offers",
                        "Dépôt/partner-reasons",
                        "Suivi de la demande/request-priority");
        requests.complete(desk, number, world.submission(Map.of("comment", "Une précision")));
        assertThat(kept(number)).hasSize(5).contains("Complément/convention-access");
        Map<String, Object> priority = jdbc.sql("select d.version, d.inputs::text inputs, d.rules::text rules"
                        + " from request_decision d join request r on r.id = d.request_id"
                        + " where r.number = ? and d.table_id = 'request-priority'")
                .param(number)
                .query()
                .singleRow();
        assertThat(priority.get("inputs").toString())
                .contains("\"offer\": \"partners.case-review\"", "\"organism\": \"331\"");
        assertThat(priority.get("rules").toString()).contains("Rule_Others");
    }

    private List<String> kept(String number) {
        return jdbc.sql("select d.act || '/' || d.table_id from request_decision d"
                        + " join request r on r.id = d.request_id where r.number = ? order by d.seq")
                .param(number)
                .query(String.class)
                .list();
    }

    private String dossier(String number) {
        var agent = new Browser(port);
        agent.signIn("/agents", world.agent(ORGANISM), PartnerWorld.PASSWORD);
        return agent.get("/agents/dossiers/" + world.task(number).getId()).text();
    }
}
