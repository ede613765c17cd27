package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.ProcedureRouteRules.Who;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.Details;
import org.navette.procedures.Drafts;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.ServiceWorld;
import org.navette.procedures.Standing;
import org.navette.procedures.Typed;
import org.springframework.beans.factory.annotation.Autowired;

/** Asks every route of the espace of procedures as everybody who has no business there. */
@NavetteTest
@DisplayName("COMM-03 Every route of the procedures")
class EveryProcedureRouteTest extends RouteQuestions<Who> {

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    PartnerWorld partners;

    @Autowired
    Drafts drafts;

    @Autowired
    Details details;

    private Office owner;
    private ProcedureIds owners;

    EveryProcedureRouteTest() {
        super(ProcedureRouteRules.TABLE, 60);
    }

    @BeforeAll
    void people() {
        owner = world.responsible();
        owners = ProcedureIds.make(application, owner);
        ids.putAll(owners.ids);
        secrets.addAll(owners.companys);
        nobodys.addAll(owners.nobodys);
        browsers.put(Who.ANONYMOUS, new Browser(port));
        browsers.put(Who.AGENT, partners.agentBrowser(partners.agent("471"), port));
        browsers.put(Who.PARTNER, partners.browser(partners.desk("331"), port));
        browsers.put(Who.STRANGER, browser(world.responsible()));
        browsers.put(Who.NEWCOMER, browser(world.newcomer()));
        browsers.put(Who.UNVERIFIED, browser(world.unverified(world.siret(owner))));
        browsers.put(Who.READER, browser(world.colleague(owner, Standing.READER)));
        browsers.put(Who.COLLEAGUE, browser(world.colleague(owner, Standing.RESPONSIBLE)));
    }

    private Browser browser(Office person) {
        return world.browser(person, port);
    }

    @Test
    @DisplayName("PROC-16 no route shows, changes or breaks anything when it is asked with another company's ids")
    void everyRoute() {
        askEveryRoute();
        assertThat(details.of(owner, ids.get("number"))).isPresent();
        assertThat(drafts.files(owner, UUID.fromString(ids.get("draft"))).get(ids.get("document")))
                .hasSizeGreaterThan(1);
    }

    @Test
    @DisplayName("COMM-03 tasks of the procedures' service are closed to agents of another organism")
    void dossiers() {
        String number = world.send(owner, "certificate");
        for (String one : List.of(number, owners.demand(owner))) {
            String path = "/agents/dossiers/" + service.task(one).getId();
            assertThat(browsers.get(Who.AGENT).get(path).status()).isEqualTo(404);
            assertThat(partners.agentBrowser(service.agent(), port).get(path).status())
                    .isEqualTo(200);
        }
    }

    @Override
    Map<Browser, List<String>> owners() {
        Office newcomer = world.newcomer();
        return Map.of(
                new Browser(port),
                List.of(),
                browser(owner),
                Stream.of(
                                "address-change",
                                "certificate",
                                "secondary-establishment",
                                "staff-change",
                                "activity-extension")
                        .map(kind -> validation(owner, kind))
                        .toList(),
                browser(newcomer),
                List.of(validation(newcomer, "first-installation")),
                browsers.get(Who.READER),
                List.of(),
                browsers.get(Who.UNVERIFIED),
                List.of());
    }

    private String validation(Office office, String kind) {
        return "/demarches/brouillons/" + world.draft(office, kind) + "/validation";
    }

    @Override
    Map<String, Object> right() {
        Map<String, Object> right = new LinkedHashMap<>(Typed.legal().answers());
        right.putAll(Typed.technical().answers());
        right.putAll(Typed.establishment(world.siret(owner)));
        right.putAll(Typed.headOffice(world.siret(owner)));
        right.put("email", "p" + UUID.randomUUID() + "@world.example");
        return right;
    }

    @Override
    Set<String> keeps() {
        return Set.of("procedures.technical comment", "procedures.legal-representative quality");
    }

    @Override
    boolean mayStayUnseen(String route) {
        return route.contains("{token}")
                || route.matches("GET /demarches(/?|/annuaire|/brouillons/\\{draft}(/recapitulatif)?)")
                || route.matches(".*(/session|/apercu|/telechargement|\\.csv|/refus|/fichiers/\\{file})");
    }

    @Override
    boolean asks(String route) {
        return Routes.isOfProcedures(route);
    }

    @Override
    String loginPage(String path) {
        return "/demarches/connexion";
    }

    /** Somebody else's form key is in what is sent. */
    @Override
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("submission", ids.get("proof"));
        fields.put("files", ids.get("openProofFile"));
        fields.put("answers", "{\"birthDate\":\"1980-02-01\",\"title\":\"MR\",\"lastName\":\"X\"}");
        fields.put("version", "0");
        return fields;
    }

    @Override
    String path(String pattern) {
        boolean proof = pattern.contains("/justificatif/");
        boolean claimed = pattern.contains("/compte/responsable/fichiers/");
        boolean received = pattern.contains("/demandes/");
        String file = proof ? "openProofFile" : claimed ? "claimed" : received ? "received" : "file";
        return super.path(pattern.replace("{file}", ids.get(file))
                .replace("{bucket}", ids.get(proof ? "openProof" : "bucket"))
                .replace("/annuaire", "/annuaire?siret=" + ids.get("siret")));
    }

    @Override
    List<String> tables() {
        return List.of(
                "request",
                "request_timeline",
                "request_message",
                "request_submission",
                "stored_file",
                "account",
                "procedure_member",
                "procedure_draft",
                "procedure_document",
                "procedure_request",
                "procedure_responsible",
                "procedure_revision",
                "mail_outbox");
    }
}
