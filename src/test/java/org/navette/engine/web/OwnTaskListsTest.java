package org.navette.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AgencyWorld;
import org.navette.NavetteTest;
import org.navette.funding.PayingAgency;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.ServiceWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("The lists that Tasklist shows to a person")
class OwnTaskListsTest {

    private static final List<String> COMMON =
            List.of("À prendre en charge", "Mes tâches", "Urgent", "En retard", "Espace Partenaires");

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld partners;

    @Autowired
    ServiceWorld service;

    @Autowired
    PayingAgency agency;

    private List<String> own(String login, String password) {
        AgentBrowser person = AgentBrowser.signedIn(port, login, password);
        List<String> names = new ArrayList<>();
        person.json(person.get(AgentBrowser.ENGINE + "/filter?resourceType=Task&maxResults=2000"))
                .forEach(filter -> names.add(filter.get("name").asText()));
        assertThat(names).containsAll(COMMON);
        names.removeAll(COMMON);
        return names;
    }

    @Test
    @DisplayName("COMM-10 are those of the espaces that file to the person's organism, and of the person's office")
    void offices() {
        assertThat(own(partners.agent("331"), PartnerWorld.PASSWORD)).isEmpty();
        assertThat(own(service.agent(), AgencyWorld.PASSWORD))
                .containsExactlyInAnyOrder("Vos démarches administratives", "Responsables juridiques");
        List<String> agents = own(agency.agent(), AgencyWorld.PASSWORD);
        assertThat(agents)
                .contains("Enrôlements Ségur", "Financements Ségur", "Assistance Ségur")
                .doesNotContain("Décisions Ségur", "Virements Ségur", "Responsables juridiques");
        assertThat(own(agency.supervisor(), AgencyWorld.PASSWORD))
                .containsAll(agents)
                .contains("Décisions Ségur")
                .doesNotContain("Virements Ségur");
        assertThat(own(agency.accountant(), AgencyWorld.PASSWORD)).containsExactly("Virements Ségur");
    }
}
