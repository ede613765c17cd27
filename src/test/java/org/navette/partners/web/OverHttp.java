package org.navette.partners.web;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every test of the portal's pages holds; a test that moves the clock leaves it as it was. */
abstract class OverHttp {

    static final String REVIEW = "partners.case-review";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Autowired
    JdbcClient jdbc;

    PartnerRows rows;

    @Autowired
    void look(JdbcClient jdbc) {
        rows = new PartnerRows(jdbc);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }
}
