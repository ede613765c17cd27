package org.navette.partners.web;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.navette.Browser;
import org.navette.partners.Desk;

/** Tests that share one technician, signed in and at work with organism 331. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeskOverHttp extends OverHttp {

    Desk desk;
    Browser browser;

    @BeforeAll
    void comeIn() {
        desk = world.desk("331");
        browser = world.browser(desk, port);
    }
}
