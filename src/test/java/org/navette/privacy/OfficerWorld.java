package org.navette.privacy;

import java.util.List;
import org.navette.Browser;
import org.navette.engine.Agents;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;
import org.navette.partners.PartnerWorld;
import org.springframework.boot.test.context.TestComponent;

/** The data officer of the tests, and what they do. */
@TestComponent
public class OfficerWorld {

    private static final String LOGIN = "delegue.donnees";

    private final Identity identity;

    OfficerWorld(Identity identity) {
        this.identity = identity;
    }

    /** The data officer's login. */
    public String login() {
        identity.ensure(new IdentityData(
                List.of(),
                List.of(new IdentityData.User(
                        LOGIN,
                        "Dalila",
                        "Vernet",
                        LOGIN + "@world.example",
                        PartnerWorld.PASSWORD,
                        List.of(Agents.DATA_OFFICER)))));
        return LOGIN;
    }

    /** A browser in which the data officer is signed in. */
    public Browser browser(int port) {
        Browser browser = new Browser(port);
        browser.signIn("/agents", login(), PartnerWorld.PASSWORD);
        return browser;
    }
}
