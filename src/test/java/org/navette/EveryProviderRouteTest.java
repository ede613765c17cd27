package org.navette;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.ProviderRouteRules.Who;
import org.navette.accounts.Accounts;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.funding.FundingWorld;
import org.navette.partners.PartnerWorld;
import org.navette.providers.CareWorld;
import org.navette.providers.CareWorld.Agreement;
import org.navette.providers.CareWorld.Bill;
import org.navette.providers.PrincipalAccount;
import org.navette.providers.Profile;
import org.navette.providers.ProviderWorld;
import org.navette.providers.SecondaryAccounts;
import org.springframework.beans.factory.annotation.Autowired;

/** Asks every route of the portal of health professionals as everybody who has no business there. */
@NavetteTest
@DisplayName("PROV-17 Every route of the portal of health professionals")
class EveryProviderRouteTest extends RouteQuestions<Who> {

    private static final String LOGIN = "second";

    @Autowired
    ProviderWorld world;

    @Autowired
    CareWorld care;

    @Autowired
    SecondaryAccounts secondaries;

    @Autowired
    Accounts accounts;

    @Autowired
    PartnerWorld partners;

    @Autowired
    FundingWorld suppliers;

    EveryProviderRouteTest() {
        super(ProviderRouteRules.TABLE, 45);
    }

    @BeforeAll
    void people() {
        CareEstablishment owner = world.member();
        CareEstablishment other = world.member();
        owned(owner);
        UUID secondary = secondary(owner, Profile.PEC);
        secondary(owner, Profile.PAYMENTS);
        ids.put("id", secondary.toString());
        ids.put("inpe:\\d{9}", world.known(Sector.PRIVATE).inpe());
        browsers.put(Who.ANONYMOUS, new Browser(port));
        browsers.put(Who.AGENT, partners.agentBrowser(partners.agent("471"), port));
        browsers.put(Who.PARTNER, partners.browser(partners.desk("331"), port));
        browsers.put(Who.SUPPLIER, suppliers.browser(suppliers.supplier(), port));
        browsers.put(Who.OTHER_PEC, world.browser(other, Profile.PEC, port));
        browsers.put(Who.OTHER_PAYMENTS, world.browser(other, Profile.PAYMENTS, port));
        browsers.put(Who.OWN_PEC, world.browser(owner, Profile.PEC, port));
        browsers.put(Who.OWN_PAYMENTS, world.browser(owner, Profile.PAYMENTS, port));
        browsers.put(Who.SECONDARY_PEC, signedIn(owner, Profile.PEC));
        browsers.put(Who.SECONDARY_PAYMENTS, signedIn(owner, Profile.PAYMENTS));
    }

    /** What the owner follows: a decided request, a paid file. */
    private void owned(CareEstablishment owner) {
        String patient = "Patient " + UUID.randomUUID();
        String agreement = care.agreement(
                owner, Agreement.waiting("123123123", patient, care.today()).decided("granted", "731.25", "731.25"));
        care.decision(agreement);
        String file = care.file(
                owner, Bill.of("123123123", patient, care.today(), "731.25").with(agreement));
        ids.put("number:PEC-\\d{4}-\\d{6}", agreement);
        ids.put("issue:\\d{1,18}", String.valueOf(care.transfer(owner, care.today(), file)));
        secrets.addAll(List.of(patient, agreement, file, "731,25"));
    }

    private UUID secondary(CareEstablishment owner, Profile profile) {
        var principal = new PrincipalAccount(world.principal(owner, profile));
        secondaries.create(
                principal,
                new SecondaryAccounts.Typed(LOGIN, "Berrada", "Sara", "sara." + UUID.randomUUID() + "@world.example"));
        UUID id = secondaries.of(principal).get(0).id();
        accounts.setPassword(id, ProviderWorld.PASSWORD);
        return id;
    }

    private Browser signedIn(CareEstablishment owner, Profile profile) {
        Browser browser = new Browser(port);
        browser.follow(ProviderWorld.signIn(browser, owner.inpe(), profile, LOGIN, ProviderWorld.PASSWORD));
        return browser;
    }

    @Test
    @DisplayName("PROV-17 no route shows, changes or breaks anything when it is asked with another establishment's ids")
    void everyRoute() {
        askEveryRoute();
    }

    @Override
    Map<Browser, List<String>> owners() {
        return Map.of(
                new Browser(port),
                List.of(),
                browsers.get(Who.OWN_PEC),
                List.of(),
                browsers.get(Who.OWN_PAYMENTS),
                List.of(),
                browsers.get(Who.SECONDARY_PEC),
                List.of());
    }

    @Override
    Map<String, Object> right() {
        return ProviderWorld.answers(world.known(Sector.PRIVATE));
    }

    @Override
    Set<String> keeps() {
        return Set.of("providers.private-membership name", "providers.private-membership address");
    }

    @Override
    boolean mayStayUnseen(String route) {
        return route.matches(".*(/session|/decision|\\.xlsx|/refus)");
    }

    @Override
    boolean asks(String route) {
        return Routes.isOfProviders(route);
    }

    @Override
    String loginPage(String path) {
        return "/soins/connexion";
    }

    /** Nothing is typed: what is sent without a word changes nothing. */
    @Override
    Map<String, String> fields() {
        return Map.of();
    }

    @Override
    List<String> tables() {
        return List.of(
                "request",
                "request_submission",
                "stored_file",
                "account",
                "provider",
                "provider_account",
                "membership",
                "rights_consultation",
                "prior_agreement",
                "reimbursement",
                "provider_transfer");
    }
}
