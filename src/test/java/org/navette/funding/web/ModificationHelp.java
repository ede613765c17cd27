package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.funding.ModificationWorld.fields;
import static org.navette.funding.ModificationWorld.path;

import java.util.Map;
import org.navette.Browser;
import org.navette.directory.Couloir;
import org.navette.funding.Declaration;
import org.navette.funding.FundingRequest.Field;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ModificationWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A supplier on the page of a request of which an agent has named what is to be changed. */
abstract class ModificationHelp {

    @LocalServerPort
    int port;

    @Autowired
    FundingWorld world;

    @Autowired
    ModificationWorld asked;

    Enrolled enrolled;
    Browser browser;
    String number;

    Map<String, String> open(Couloir couloir, Field... named) {
        enrolled = world.enrolled(couloir);
        number = asked.toModify(enrolled, couloir, named);
        browser = world.browser(enrolled.supplier(), port);
        return fields(browser.get(path(number)));
    }

    Browser.Page send(Map<String, String> typed) {
        return browser.post(path(number), typed);
    }

    Declaration declared() {
        return asked.own(number).declaration();
    }

    void isSent(Browser.Page answer) {
        assertThat(answer.location()).as(answer.text()).isEqualTo("/segur/demandes/" + number);
        assertThat(asked.status(number)).isEqualTo("En cours");
    }
}
