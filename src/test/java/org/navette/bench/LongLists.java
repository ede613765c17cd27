package org.navette.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.navette.Browser;
import org.navette.RequestCopies;
import org.navette.directory.CareEstablishment;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.MoneyWorld;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.ServiceWorld;
import org.navette.providers.CareDesk;
import org.navette.providers.Profile;
import org.navette.providers.ProviderWorld;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lists of the four espaces, each of one structure, and what makes them long: a million requests in all. */
@TestComponent
class LongLists {

    /** The bench itself is tried with a part of the million, here a hundredth: {@code -Dbench.part=100}. */
    private static final int PART = Integer.getInteger("bench.part", 1);

    /** Requests that wait for their fifteen days, that wait for an agent, and that are over. */
    private static final int WAITING = 400_000 / PART;

    private static final int OPEN = 60_000 / PART;
    private static final int CLOSED = 140_000 / PART;
    private static final int PROCEDURES = 100_000 / PART;
    private static final int PROCEDURES_OPEN = 40_000 / PART;
    private static final int FUNDED = 100_000 / PART;
    private static final int AGREEMENTS = 60_000 / PART;
    private static final int REIMBURSED = 100_000 / PART;

    /** As many as the longest first page shows: a page of three rows is cheaper than a full one, whatever the database has. */
    private static final int A_PAGE = 50;

    private static final int LIVED = 16;

    private final PartnerWorld partners;
    private final ProcedureWorld procedures;
    private final ServiceWorld service;
    private final FundingWorld funding;
    private final MoneyWorld money;
    private final ProviderWorld providers;
    private final CareDesk care;
    private final JdbcClient jdbc;

    LongLists(
            PartnerWorld partners,
            ProcedureWorld procedures,
            ServiceWorld service,
            FundingWorld funding,
            MoneyWorld money,
            ProviderWorld providers,
            CareDesk care,
            JdbcClient jdbc) {
        this.partners = partners;
        this.procedures = procedures;
        this.service = service;
        this.funding = funding;
        this.money = money;
        this.providers = providers;
        this.care = care;
        this.jdbc = jdbc;
    }

    /** Somebody's page. */
    record Place(Browser browser, String path) {

        void open() {
            int status = browser.get(path).status();
            if (status != 200) {
                throw new AssertionError(path + " answered " + status);
            }
        }

        /** Reads a file to its end; returns how many bytes it has. */
        long read() throws IOException {
            try (InputStream in = browser.stream(path)) {
                return in.transferTo(OutputStream.nullOutputStream());
            }
        }

        /** Megabytes that live more, when half of so many bytes are read, than before the first. */
        double growth(long bytes) throws IOException {
            long before = LiveHeap.bytes();
            try (InputStream in = new BufferedInputStream(browser.stream(path))) {
                in.skipNBytes(bytes / 2);
                return (LiveHeap.bytes() - before) / LiveHeap.MEGABYTE;
            }
        }
    }

    private final Map<String, Place> lists = new LinkedHashMap<>();
    private final Map<String, Place> exports = new LinkedHashMap<>();
    private Desk desk;
    private Office office;
    private Enrolled supplier;
    private CareEstablishment clinic;
    private String funded = "";
    private String insured = "";

    /** A structure of each espace, each with a page of requests or a few, and somebody who reads their lists. */
    void open(Desk ofPartners, int port) {
        desk = ofPartners;
        office = procedures.responsible();
        String sent = procedures.send(office, "staff-change");
        supplier = funding.enrolled(Couloir.HOP);
        money.fresh(Couloir.HOP, "9000000");
        funded = money.validated(supplier, Couloir.HOP);
        clinic = providers.member();
        insured = care.insured();
        String agreement = care.granted(clinic, insured, "500");
        String file = care.file(clinic, insured, agreement, "500");
        var copies = new RequestCopies(jdbc);
        copies.copy(sent, "LPP-F", 4_000_000, A_PAGE);
        copies.copy(funded, "HOPF", 1_000_000, A_PAGE);
        copies.copy(agreement, "PECF", 2_000_000, A_PAGE);
        copies.copy(file, "DRF", 3_000_000, A_PAGE);
        Browser partner = partners.browser(desk, port);
        Browser company = procedures.browser(office, port);
        Browser vendor = funding.browser(supplier.supplier(), port);
        Browser pec = providers.browser(clinic, Profile.PEC, port);
        Browser payments = providers.browser(clinic, Profile.PAYMENTS, port);
        String waiting = jdbc.sql("select min(number) from request where structure_id = ?")
                .param(desk.structure().id())
                .query(String.class)
                .single();
        history("partners", partner, "/partenaires/demandes", waiting);
        history("procedures", company, "/demarches/demandes", "LPP-");
        lists.put("funding, home", new Place(vendor, "/segur/accueil"));
        lists.put("funding, requests", new Place(vendor, "/segur/demandes"));
        lists.put("funding, one status", new Place(vendor, "/segur/demandes?statut=validated"));
        lists.put("funding, a number", new Place(vendor, "/segur/demandes?numero=HOP26"));
        lists.put("care, PEC", new Place(pec, "/soins/pec/demandes"));
        lists.put("care, PEC of a situation", new Place(pec, "/soins/pec/demandes?situation=granted"));
        lists.put("care, PEC recap", new Place(pec, "/soins/pec/recapitulatif"));
        lists.put("care, DR", new Place(payments, "/soins/paiements/dossiers"));
        lists.put("care, DR of an insured person", new Place(payments, "/soins/paiements/dossiers?cnss=" + insured));
        lists.put("care, DR recap", new Place(payments, "/soins/paiements/recapitulatif"));
        exports.put("procedures, CSV", new Place(company, "/demarches/demandes/export.csv"));
        exports.put("funding, CSV", new Place(vendor, "/segur/exports/demandes.csv"));
        exports.put("care, PEC Excel", new Place(pec, "/soins/pec/demandes.xlsx"));
        exports.put("care, DR Excel", new Place(payments, "/soins/paiements/dossiers.xlsx"));
    }

    private void history(String espace, Browser browser, String path, String number) {
        lists.put(espace + ", history", new Place(browser, path));
        lists.put(espace + ", one status", new Place(browser, path + "?statut=new"));
        lists.put(espace + ", a number", new Place(browser, path + "?texte=" + number));
        lists.put(espace + ", words that are not there", new Place(browser, path + "?texte=introuvable"));
    }

    /** All that is opened, the deepest page that each list leads to included, by what it is. */
    Map<String, Place> lists() {
        Map<String, Place> all = new LinkedHashMap<>();
        lists.forEach((what, place) -> {
            all.put(what, place);
            int deepest = Pattern.compile("[?&;]page=(\\d+)")
                    .matcher(place.browser().get(place.path()).body())
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .max()
                    .orElse(1);
            if (!place.path().contains("?")) {
                all.put(what + ", deepest page", new Place(place.browser(), place.path() + "?page=" + deepest));
            }
        });
        return all;
    }

    /** The files that lists are exported to. */
    Map<String, Place> exports() {
        return exports;
    }

    /** A million requests, as those that are there. */
    void fill() {
        var copies = new RequestCopies(jdbc);
        copies.copy(partners.resolved(desk), "R", 10_000_000, WAITING);
        copies.copy(partners.deposit(desk, HttpDeposit.OFFER), "N", 20_000_000, OPEN);
        String closed = partners.resolved(desk);
        partners.later(Duration.ofDays(LIVED));
        partners.runDueTimers(closed);
        ClockUtil.reset();
        copies.copy(closed, "C", 30_000_000, CLOSED);
        copies.copy(procedures.send(office, "staff-change"), "LPP-N", 40_000_000, PROCEDURES_OPEN);
        String accepted = procedures.send(office, "staff-change");
        service.accept(accepted);
        copies.copy(accepted, "LPP-A", 50_000_000, PROCEDURES);
        copies.copy(funded, "HOPV", 60_000_000, FUNDED);
        copies.copy(care.granted(clinic, insured, "500"), "PEC", 70_000_000, AGREEMENTS);
        copies.copy(care.file(clinic, insured, "", "500"), "DR", 80_000_000, REIMBURSED);
        copies.settle();
    }
}
