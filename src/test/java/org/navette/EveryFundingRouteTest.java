package org.navette;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.FundingRouteRules.Who;
import org.navette.directory.Couloir;
import org.navette.files.StoredFile;
import org.navette.funding.FundingRequest.Field;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.ImportWorld;
import org.navette.funding.ModificationWorld;
import org.navette.funding.RequestType;
import org.navette.funding.Supplier;
import org.navette.funding.SupportWorld;
import org.navette.funding.TemplateWorld;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.Typed;
import org.springframework.beans.factory.annotation.Autowired;

/** Asks every route of the espace Ségur numérique as everybody who has no business there. */
@NavetteTest
@DisplayName("COMM-03 Every route of the Ségur")
class EveryFundingRouteTest extends RouteQuestions<Who> {

    @Autowired
    FundingWorld world;

    @Autowired
    SupportWorld support;

    @Autowired
    ImportWorld files;

    @Autowired
    TemplateWorld templates;

    @Autowired
    ModificationWorld modifications;

    @Autowired
    PartnerWorld partners;

    @Autowired
    ProcedureWorld procedures;

    private Supplier owner;

    EveryFundingRouteTest() {
        super(FundingRouteRules.TABLE, 50);
    }

    @BeforeAll
    void people() {
        owner = world.supplier();
        ids.put("example", "avance-hop.json");
        String number = world.enrol(owner);
        UUID bucket = UUID.randomUUID();
        StoredFile waiting = support.upload(owner, bucket);
        ids.put("id", world.activeBank(owner).toString());
        ids.put("token", UUID.randomUUID().toString());
        ids.put("draft", UUID.randomUUID().toString());
        ids.put("document", "RIB");
        ids.put("bucket", bucket.toString());
        ids.put("file", waiting.id().toString());
        ids.put("number:ENR\\d{4,10}", number);
        Enrolled enrolled = new Enrolled(owner, world.enrolled(owner, Couloir.MDV));
        long imported = files.simulate(enrolled, ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.MDV))
                .id();
        ids.put("id:\\d{1,18}", String.valueOf(imported));
        ids.put("number:FIN[A-Z0-9]{3}\\d{6}M[01]", files.advance(enrolled, Couloir.MDV));
        world.enrolled(owner, Couloir.HOP, 2);
        ids.put("number:MOD\\d{4,10}", templates.send(owner, "MODELE_BDC_HOP"));
        nobodys.addAll(List.of(owner.uid(), owner.siret(), number, enrolled.software()));
        browsers.put(Who.ANONYMOUS, new Browser(port));
        browsers.put(Who.AGENT, partners.agentBrowser(partners.agent("471"), port));
        browsers.put(Who.PARTNER, partners.browser(partners.desk("331"), port));
        browsers.put(Who.PROFESSIONAL, procedures.browser(procedures.responsible(), port));
        browsers.put(Who.STRANGER, world.browser(world.supplier(), port));
    }

    @Test
    @DisplayName("FUND-19 no route shows, changes or breaks anything when it is asked with another supplier's ids")
    void everyRoute() {
        askEveryRoute();
    }

    @Override
    Map<Browser, List<String>> owners() {
        UUID draft = world.draft(FundingWorld.typed(world.software(Couloir.MDV), Typed.siret(Typed.siren(), 1)));
        Enrolled enrolled = new Enrolled(owner, world.enrolled(owner, Couloir.MS1));
        String number = modifications.toModify(enrolled, Couloir.MS1, Field.values());
        String enrolment = "/segur/enrolement/" + draft;
        return Map.of(
                new Browser(port),
                List.of(enrolment, enrolment + "/pieces"),
                world.browser(owner, port),
                List.of(ModificationWorld.path(number)));
    }

    @Override
    boolean mayStayUnseen(String route) {
        // the last two: an enrolment that lacks documents and an import on its way are not made here
        return route.contains("{token}")
                || route.endsWith("/enrolements/{number:ENR\\d{4,10}}/ajout")
                || route.endsWith("/avancement")
                || route.matches(
                        ".*(/session|/apercu|/telechargement|\\.csv|/refus|/defi|/fichiers?/\\{file}|/fichier|/recus/\\{id}|json|/exemples/\\{example})");
    }

    @Override
    boolean asks(String route) {
        return Routes.isOfFunding(route);
    }

    @Override
    String loginPage(String path) {
        return "/segur/connexion";
    }

    @Override
    List<String> tables() {
        return List.of(
                "request",
                "request_submission",
                "stored_file",
                "account",
                "funding_supplier",
                "funding_enrolment",
                "funding_bank_details",
                "funding_account_change",
                "funding_import",
                "funding_import_line",
                "funding_request",
                "funding_template");
    }
}
