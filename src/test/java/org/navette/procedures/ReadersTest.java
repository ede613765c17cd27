package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.accounts.Account;
import org.navette.accounts.LoginTaken;
import org.navette.directory.InvalidEntry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("PROC-03 Readers")
class ReadersTest extends MemberHelp {

    private static final String PHRASE = "une phrase bien à moi";

    @Autowired
    Readers readers;

    @Autowired
    Enrolment enrolment;

    @Autowired
    PlatformTransactionManager transactions;

    private final String email = address();

    private Invitation invitation(String address) {
        return Invitation.typed("MRS", "Petit", "Ada", address);
    }

    private void problem(Office office, String address, String problem) {
        assertThatThrownBy(() -> readers.invite(office, invitation(address)))
                .isInstanceOfSatisfying(InvalidEntry.class, invalid -> assertThat(invalid.problems())
                        .isEqualTo(Map.of("email", problem)));
    }

    private void reason(Runnable act, Refused.Reason reason) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(reason));
    }

    private List<String> listed(Office office) {
        return readers.team(office).readers().stream().map(Account::email).toList();
    }

    private Browser activate() {
        String link = letters.to(email).stream()
                .filter(letter -> letter.text().contains("/mot-de-passe/"))
                .reduce((first, last) -> last)
                .map(SentLetters.Letter::link)
                .orElseThrow();
        Browser browser = new Browser(port);
        browser.get(link);
        browser.post(link, Map.of("password", PHRASE, "confirmation", PHRASE));
        return browser;
    }

    @Test
    @DisplayName("PROC-03 an invited reader activates the account, reads the company's requests and makes none")
    void invited() {
        Office office = world.responsible();
        String number = world.send(office, "certificate");
        Account invited = readers.invite(office, invitation(email));
        assertThat(listed(office)).containsExactly(email);
        assertThat(invited.activatedAt()).isNull();
        assertThat(letters.to(email)).hasSize(2).anySatisfy(letter -> assertThat(letter.text())
                .contains("D'HERVÉ Maëlle")
                .contains(office.company().name())
                .contains("Un autre courriel contient le lien"));
        Browser browser = activate();
        assertThat(browser.follow(browser.signIn("/demarches", email, PHRASE)).text())
                .contains(number);
        assertThat(browser.get("/demarches/demandes/" + number).status()).isEqualTo(200);
        assertThat(browser.get("/demarches/demandes/nouvelle").status()).isEqualTo(403);
        assertThat(browser.get("/demarches/compte/lecteurs").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("PROC-03 a removed reader's session ends at once and the account is closed; invited again it is open")
    void removed() {
        Office office = world.responsible();
        Account invited = readers.invite(office, invitation(email));
        Browser browser = activate();
        browser.signIn("/demarches", email, PHRASE);
        assertThat(browser.get("/demarches/accueil").status()).isEqualTo(200);
        readers.remove(office, invited.id());
        assertThat(browser.get("/demarches/accueil").location()).startsWith("/demarches/connexion");
        assertThat(browser.signIn("/demarches", email, PHRASE).status()).isEqualTo(200);
        assertThat(listed(office)).isEmpty();
        assertThat(members.find(invited.id()).orElseThrow().company()).isNull();
        assertThatThrownBy(() -> readers.remove(office, invited.id())).isInstanceOf(NoSuchElementException.class);

        readers.invite(office, invitation(email));
        assertThat(letters.lastTo(email).text()).contains("avec votre mot de passe habituel");
        assertThat(browser.follow(browser.signIn("/demarches", email, PHRASE)).heading())
                .isEqualTo("Vos demandes");
        assertThat(listed(office)).containsExactly(email);
    }

    @Test
    @DisplayName("PROC-03 who was removed by a company can be invited by another, and then reads nothing of the first")
    void byAnotherCompany() {
        Office first = world.responsible();
        Office other = world.responsible();
        String number = world.send(first, "certificate");
        Account reader = readers.invite(first, invitation(email));
        problem(other, email, "TAKEN");
        activate();
        readers.remove(first, reader.id());
        readers.invite(other, invitation(email));
        Browser browser = new Browser(port);
        browser.follow(browser.signIn("/demarches", email, PHRASE));
        assertThat(browser.get("/demarches/demandes/" + number).status()).isEqualTo(404);
        assertThat(browser.get("/demarches/compte").text())
                .contains(other.company().name())
                .doesNotContain(first.company().name());
    }

    @Test
    @DisplayName("PROC-03 who registered with the company's SIRET becomes its reader at once, and is told by mail")
    void unverified() {
        Office office = world.responsible();
        Office person = world.unverified(world.siret(office));
        readers.invite(office, invitation(world.login(person)));
        assertThat(standing(person)).isEqualTo(Standing.READER);
        assertThat(world.again(person).company().id())
                .isEqualTo(office.company().id());
        assertThat(mails(person)).containsExactly("Vous êtes invité à lire les demandes d'une entreprise");
        assertThat(accounts.find(person.account()).orElseThrow().lastName())
                .as("keeps their name")
                .isEqualTo("D'Hervé");
    }

    @Test
    @DisplayName("PROC-03 an address with another place is refused without a word on whose it is")
    void taken() {
        Office office = world.responsible();
        Office elsewhere = world.responsible();
        problem(office, world.login(elsewhere), "TAKEN");
        problem(office, world.login(world.newcomer()), "TAKEN");
        problem(office, world.login(world.unverified(world.siret(elsewhere))), "TAKEN");
        problem(office, world.login(world.colleague(elsewhere, Standing.READER)), "TAKEN");
        problem(office, world.login(office), "OWN");
        problem(office, world.login(world.colleague(office, Standing.RESPONSIBLE)), "RESPONSIBLE");
        problem(office, world.login(world.colleague(office, Standing.READER)), "ALREADY_THERE");
        Browser browser = browser(office);
        browser.get("/demarches/compte/lecteurs/nouveau");
        Browser.Page page = browser.post(
                "/demarches/compte/lecteurs/nouveau",
                Map.of("civility", "MR", "lastName", "Petit", "firstName", "Ada", "email", world.login(elsewhere)));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("Cette adresse sert déjà à un compte de cet espace")
                .doesNotContain(elsewhere.company().name())
                .doesNotContain(elsewhere.member().siret());
        assertThat(page.body()).contains("value=\"Ada\"");
    }

    @Test
    @DisplayName("PROC-03 a password that a stranger typed for an address opens nothing when the address is invited")
    void strangersRegistration() {
        Office office = world.responsible();
        Registrant stranger = new Registrant(
                email,
                MemberIdentity.typed("MR", "Faux", "Nom", "0199001234"),
                world.siret(world.responsible()),
                false);
        enrolment.register(stranger, "la phrase d'un inconnu", "test-" + email);
        String confirmation = letters.lastTo(email).link();
        readers.invite(office, invitation(email));
        Browser browser = new Browser(port);
        assertThat(browser.get(confirmation).status()).isEqualTo(410);
        browser = activate();
        assertThat(browser.signIn("/demarches", email, "la phrase d'un inconnu").status())
                .isEqualTo(200);
        assertThat(browser.signIn("/demarches", email, PHRASE).status()).isEqualTo(302);
        assertThat(listed(office)).containsExactly(email);
        assertThat(readers.team(office).readers().get(0).displayName()).isEqualTo("Ada Petit");
    }

    @Test
    @DisplayName("PROC-03 fifty readers at most, also when two are invited at the same instant")
    void fifty() {
        Office office = world.responsible();
        for (int i = 0; i < Readers.MOST - 1; i++) {
            world.colleague(office, Standing.READER);
        }
        String other = address();
        var outcomes = AtOnce.call(List.of(
                () -> readers.invite(office, invitation(email)), () -> readers.invite(office, invitation(other))));
        assertThat(outcomes).filteredOn(AtOnce.Outcome::won).hasSize(1);
        assertThat(listed(office)).hasSize(Readers.MOST);
        reason(() -> readers.invite(office, invitation(address())), Refused.Reason.TOO_MANY_READERS);
        assertThat(browser(office).get("/demarches/compte/lecteurs").text())
                .contains("nombre maximum de lecteurs (50)")
                .doesNotContain("Inviter un lecteur");
    }

    @Test
    @DisplayName("PROC-03 the same invitation sent twice at once makes one reader and no mistake")
    void twice() {
        Office office = world.responsible();
        var outcomes = AtOnce.call(List.of(
                () -> readers.invite(office, invitation(email)), () -> readers.invite(office, invitation(email))));
        assertThat(outcomes).allMatch(AtOnce.Outcome::won);
        assertThat(listed(office)).containsExactly(email);
        assertThat(letters.to(email)).hasSize(2);
    }

    @Test
    @DisplayName("PROC-03 two companies that invite an address at the same instant: one has the reader")
    void twoCompanies() {
        Office one = world.responsible();
        Office other = world.responsible();
        var outcomes = AtOnce.call(
                List.of(() -> readers.invite(one, invitation(email)), () -> readers.invite(other, invitation(email))));
        assertThat(outcomes).filteredOn(AtOnce.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allMatch(outcome ->
                        outcome.failure(LoginTaken.class) != null || outcome.failure(InvalidEntry.class) != null);
        assertThat(listed(one).size() + listed(other).size()).isEqualTo(1);
    }

    @Test
    @DisplayName("PROC-03 an invited reader can be sent a new link, the old one is dead; not without end")
    void again() {
        Office office = world.responsible();
        Account invited = readers.invite(office, invitation(email));
        String old = letters.to(email).stream()
                .filter(letter -> letter.text().contains("/mot-de-passe/"))
                .findFirst()
                .orElseThrow()
                .link();
        readers.inviteAgain(office, invited.id());
        letters.send(email);
        for (int i = 0; i < 4; i++) {
            readers.inviteAgain(office, invited.id());
        }
        reason(() -> readers.inviteAgain(office, invited.id()), Refused.Reason.TOO_MANY_INVITATIONS);
        assertThat(new Browser(port).get(old).status()).isEqualTo(410);
        activate();
        for (int i = 0; i < 100; i++) {
            readers.inviteAgain(office, invited.id());
        }
        assertThat(letters.to(email)).as("who has an account is mailed nothing").hasSize(7);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> jdbc.sql("insert into procedure_try (account_id, company_id, act, at)"
                                + " select ?, ?, 'INVITATION', now() from generate_series(1, 60)")
                        .params(office.account(), office.company().id())
                        .update());
        reason(() -> readers.invite(office, invitation(address())), Refused.Reason.TOO_MANY_INVITATIONS);
    }

    @Test
    @DisplayName(
            "PROC-03 nobody but a responsible person invites; nobody removes one who is responsible, or another's reader")
    void rights() {
        Office office = world.responsible();
        Office reader = world.colleague(office, Standing.READER);
        Office unverified = world.unverified(world.siret(office));
        for (Office other : new Office[] {reader, unverified, world.newcomer()}) {
            reason(() -> readers.invite(other, invitation(email)), Refused.Reason.NOT_RESPONSIBLE);
            reason(() -> readers.team(other), Refused.Reason.NOT_RESPONSIBLE);
            reason(() -> readers.remove(other, reader.account()), Refused.Reason.NOT_RESPONSIBLE);
        }
        Office colleague = world.colleague(office, Standing.RESPONSIBLE);
        Office stranger = world.responsible();
        assertThatThrownBy(() -> readers.remove(office, colleague.account()))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> readers.remove(office, office.account())).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> readers.remove(stranger, reader.account())).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> readers.inviteAgain(stranger, reader.account()))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(standing(colleague)).isEqualTo(Standing.RESPONSIBLE);
        assertThat(standing(reader)).isEqualTo(Standing.READER);
        assertThat(accounts.find(Office.ESPACE, email)).isEmpty();
    }
}
