package org.navette.privacy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.TableSearch;
import org.navette.accounts.Accounts;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;
import org.navette.partners.Traces;
import org.navette.privacy.Demand.Kind;
import org.navette.privacy.OfficerWorld;
import org.navette.retention.Nights;
import org.navette.retention.Sought;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("COMM-05 The diagram person-erasure")
class PersonErasureTest {

    /** The account's last name, which nobody else has. */
    private final String name = "Turlupin" + Long.toHexString(System.nanoTime());

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Autowired
    FundingWorld funding;

    @Autowired
    OfficerWorld officers;

    @Autowired
    PersonWorld persons;

    @Autowired
    Accounts accounts;

    @Autowired
    Nights nights;

    @Autowired
    SentLetters letters;

    @Autowired
    Traces traces;

    @Autowired
    TableSearch search;

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private Desk desk;
    private String closed;
    private String login;

    @BeforeEach
    void asked() {
        desk = world.desk("331");
        login = world.login(desk);
        accounts.rename(desk.account(), "Zigomarine", name);
        closed = closed(desk);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
        jdbc.sql("drop trigger if exists breaks on partner_request").update();
    }

    /** A request that is over: nothing runs for it any more. */
    private String closed(Desk of) {
        String number = persons.deposit(of, "Bidulon", "Hortensiane", "1971-02-03");
        over(number);
        return number;
    }

    private void over(String number) {
        world.take(number);
        world.answer(number, "Réponse abracadabrantesque");
        letters.send(login);
        world.later(Duration.ofDays(16));
        world.runDueTimers(number);
        ClockUtil.reset();
        assertThat(world.status(number)).isEqualTo("Clôturé");
    }

    private String accepted(UUID account, Sought sought) {
        String number = officers.open(Kind.ERASURE, account, sought);
        officers.decide(number, OfficerWorld.ACCEPTED);
        return number;
    }

    @Test
    @DisplayName("COMM-05 erases an account, so that no table tells whose it was; what it did stays its structure's")
    void wholeLife() {
        Browser browser = world.browser(desk, port);
        assertThat(browser.get("/partenaires/identite").status()).isEqualTo(200);
        accounts.mailLink(desk.account());
        letters.send(login);
        String insured = world.deposit(desk, "partners.case-review");
        over(insured);
        assertThat(search.columnsWith(name + "|" + login, "%"))
                .contains("account.login", "account.last_name", "mail_outbox.recipient");
        String colleagues = world.deposit(world.desk("331"), "partners.case-review");
        jdbc.sql("update request_timeline set actor_id = ?, actor_name = ?"
                        + " where actor_kind = 'PARTNER' and request_id = (select id from request where number = ?)")
                .params(desk.account().toString(), "Zigomarine " + name, colleagues)
                .update();
        String number = officers.open(Kind.ERASURE, desk.account(), null, login);
        assertThat(persons.dossier(number)).contains("fermé et anonymisé", "restent à sa structure", login);
        officers.decide(number, OfficerWorld.ACCEPTED);
        assertThat(officers.runSteps(number)).isEqualTo(2);
        assertThat(world.status(number)).isEqualTo("Effacé");
        // the one mail that knows the address still, and tells that it is done
        assertThat(search.columnsWith(login, "%")).containsExactly("mail_outbox.recipient");
        assertThat(letters.lastTo(login).subject()).contains(number, "vos données sont effacées");
        assertThat(nights.erased(insured)).isFalse();
        assertThat(world.browser(world.colleague(desk, Member.Role.TECHNICIAN), port)
                        .get("/partenaires/demandes/" + insured)
                        .text())
                .contains("TUTU", "Compte effacé", "Réponse abracadabrantesque");
        assertThat(traces.timeline(colleagues))
                .anySatisfy(entry -> assertThat(entry.actor().name()).isEqualTo("Compte effacé"));
        assertThat(search.columnsWith(name + "|" + login, "%")).isEmpty();
        assertThat(browser.get("/partenaires/identite").location()).startsWith("/partenaires/connexion");
        assertThat(accounts.find(desk.account())).hasValueSatisfying(account -> {
            assertThat(account.active()).isFalse();
            assertThat(account.displayName()).isEqualTo("Compte effacé");
        });
        assertThat(persons.done(number)).isEqualTo("requests 0, accounts 1, kept 0");
    }

    @Test
    @DisplayName("COMM-05 keeps mails to an address that another account has too")
    void sharedAddress() {
        jdbc.sql("update account set email = ? where id = ?")
                .params(login, world.colleague(desk, Member.Role.MANAGER).account())
                .update();
        String number = accepted(desk.account(), null);
        officers.runSteps(number);
        assertThat(world.status(number)).isEqualTo("Effacé");
        assertThat(jdbc.sql("select count(*) from mail_outbox where recipient = ?")
                        .param(login)
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    @DisplayName("COMM-05 is asked anew when its task was deleted by an administrator, and the name goes at its time")
    void deleted() {
        Sought sought = new Sought("Bidulon", "Hortensiane", null);
        String number = officers.open(Kind.ERASURE, null, sought);
        runtime.deleteProcessInstance(world.task(number).getProcessInstanceId(), "administrator");
        assertThat(officers.open(Kind.ERASURE, null, sought)).isNotEqualTo(number);
    }

    @Test
    @DisplayName("COMM-05 keeps an account and its request while the request runs, and says so in the dossier")
    void running() {
        String open = persons.deposit(desk, "Bidulon", "Hortensiane", "1971-02-03");
        String number = officers.open(Kind.ERASURE, desk.account(), null);
        assertThat(persons.dossier(number))
                .contains("des demandes en cours en ont besoin")
                .doesNotContain("Sera effacé");
        officers.decide(number, OfficerWorld.ACCEPTED);
        officers.runSteps(number);
        assertThat(world.status(number)).isEqualTo("Effacé en partie");
        assertThat(nights.erased(open)).isFalse();
        assertThat(accounts.find(desk.account()))
                .hasValueSatisfying(account -> assertThat(account.active()).isTrue());
        assertThat(persons.done(number)).isEqualTo("requests 0, accounts 0, kept 1");
    }

    @Test
    @DisplayName("COMM-05 keeps the account of a supplier, and its enrolment, which is a right that lasts")
    void law() {
        var enrolled = funding.enrolled(Couloir.MDV);
        UUID account = jdbc.sql("select account_id from funding_supplier where id = ?")
                .param(enrolled.supplier().id())
                .query(UUID.class)
                .single();
        String number = officers.open(Kind.ERASURE, account, null);
        assertThat(persons.dossier(number)).contains("fournisseur enrôlé");
        officers.decide(number, OfficerWorld.ACCEPTED);
        officers.runSteps(number);
        assertThat(world.status(number)).isEqualTo("Effacé en partie");
        assertThat(accounts.find(account).orElseThrow().active()).isTrue();
    }

    @Test
    @DisplayName("COMM-05 erases others' requests about somebody without an account, and leaves their authors alone")
    void thirdPerson() {
        String number = accepted(null, new Sought("bidulon", "hortensiane", null));
        officers.runSteps(number);
        assertThat(nights.erased(closed)).isTrue();
        assertThat(accounts.find(desk.account()).orElseThrow().active()).isTrue();
        assertThat(traces.labels(closed)).contains("Pris en charge", "Résolu", "Clôturé");
        assertThat(search.columnsWith("bidulon|hortensiane", "person\\_request"))
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from request_message join request r on r.id = request_id where number = ?")
                        .param(closed)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName(
            "COMM-05 erases a step's requests all or none: after a failure in their midst it begins the step again")
    void stopped() {
        String second = closed(desk);
        String number = accepted(null, new Sought("Bidulon", "Hortensiane", null));
        // the files of both and the answers of one are gone by then
        jdbc.sql("create or replace function breaks() returns trigger language plpgsql as $$ begin"
                        + " if new.id = (select id from request where number = '" + second + "')"
                        + " then raise exception 'stopped'; end if; return new; end $$")
                .update();
        jdbc.sql("create trigger breaks after update on partner_request for each row execute function breaks()")
                .update();
        String step = officers.next(number).get(0).getId();
        assertThatThrownBy(() -> jobs.executeJob(step)).hasStackTraceContaining("stopped");
        for (String one : List.of(closed, second)) {
            assertThat(nights.erased(one)).isFalse();
            assertThat(traces.files(one))
                    .allSatisfy(file -> assertThat(file.name()).isEqualTo("bidulon.csv"));
        }
        assertThat(persons.done(number)).isEqualTo("requests 0, accounts 0, kept 0");
        jdbc.sql("drop trigger breaks on partner_request").update();
        officers.runSteps(number);
        assertThat(world.status(number)).isEqualTo("Effacé");
        assertThat(nights.erased(closed)).isTrue();
        assertThat(nights.erased(second)).isTrue();
        assertThat(persons.done(number)).isEqualTo("requests 2, accounts 0, kept 0");
    }

    @Test
    @DisplayName("COMM-05 erases nothing when the data officer refuses")
    void refused() {
        String number = officers.open(Kind.ERASURE, desk.account(), null);
        officers.decide(number, Map.of("identity", "PAPER", "decision", "REFUSE", "reason", "Un litige est en cours."));
        assertThat(world.status(number)).isEqualTo("Refusé");
        assertThat(officers.next(number)).isEmpty();
        assertThat(nights.erased(closed)).isFalse();
    }
}
