package org.navette;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.ProviderRouteRules.Who;
import org.navette.directory.CareEstablishment;
import org.navette.funding.FundingWorld;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.ProcedureWorld;
import org.navette.providers.CareDesk;
import org.navette.providers.Profile;
import org.navette.providers.ProviderWorld;
import org.springframework.beans.factory.annotation.Autowired;

/** Asks every route of the portal of health professionals as everybody who has no business there. */
@NavetteTest
@DisplayName("COMM-03 Every route of the health professionals")
class EveryProviderRouteTest extends RouteQuestions<Who> {

    @Autowired
    ProviderWorld world;

    @Autowired
    CareDesk desk;

    @Autowired
    FundingWorld funding;

    @Autowired
    PartnerWorld partners;

    @Autowired
    ProcedureWorld procedures;

    EveryProviderRouteTest() {
        super(ProviderRouteRules.TABLE, 40);
    }

    @BeforeAll
    void people() {
        CareEstablishment owner = world.member();
        String insured = desk.insured();
        String agreement = desk.granted(owner, insured, "1000");
        ids.put("inpe:\\d{9}", owner.inpe());
        ids.put("id", world.secondary(owner, Profile.PEC, "admission").toString());
        ids.put("number:PEC-\\d{4}-\\d{6}", agreement);
        ids.put("issue:\\d{1,18}", String.valueOf(desk.issued(owner, insured)));
        nobodys.addAll(List.of(insured, ProviderWorld.email(owner)));
        CareEstablishment stranger = world.member();
        browsers.put(Who.ANONYMOUS, new Browser(port));
        browsers.put(Who.AGENT, partners.agentBrowser(partners.agent("471"), port));
        browsers.put(Who.PARTNER, partners.browser(partners.desk("331"), port));
        browsers.put(Who.PROFESSIONAL, procedures.browser(procedures.responsible(), port));
        browsers.put(Who.SUPPLIER, funding.browser(funding.supplier(), port));
        browsers.put(Who.PEC, world.browser(stranger, Profile.PEC, port));
        browsers.put(Who.PAYMENTS, world.browser(stranger, Profile.PAYMENTS, port));
        browsers.put(Who.SECONDARY_PEC, world.secondaryBrowser(stranger, Profile.PEC, port));
        browsers.put(Who.SECONDARY_PAYMENTS, world.secondaryBrowser(stranger, Profile.PAYMENTS, port));
    }

    @Test
    @DisplayName("PROV-17 no route shows, changes or breaks anything when it is asked with another establishment's ids")
    void everyRoute() {
        askEveryRoute();
    }

    @Override
    boolean asks(String route) {
        return Routes.isOfProviders(route);
    }

    @Override
    String loginPage(String path) {
        return "/soins/connexion";
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
                "prior_agreement",
                "reimbursement",
                "provider_transfer",
                "rights_consultation");
    }
}
