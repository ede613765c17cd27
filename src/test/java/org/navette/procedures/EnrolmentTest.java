package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.accounts.Account;

@NavetteTest
@DisplayName("PROC-01 Opening an account")
class EnrolmentTest extends MemberHelp {

    private static final String PAGE = "/demarches/inscription";
    private static final String PHRASE = "une phrase bien à moi";

    private final String email = address();

    private Map<String, String> typed(String siret) {
        return new HashMap<>(Map.of(
                "email",
                email,
                "password",
                PHRASE,
                "confirmation",
                PHRASE,
                "civility",
                "MRS",
                "lastName",
                "D'Hervé",
                "firstName",
                "Maëlle",
                "phone",
                "+33 6 39 98 12 34",
                "siret",
                siret));
    }

    private Browser.Page register(Map<String, String> typed) {
        Browser browser = new Browser(port);
        browser.get(PAGE);
        return browser.post(PAGE, typed);
    }

    private Member member() {
        return accounts.find(Office.ESPACE, email)
                .map(Account::id)
                .flatMap(members::find)
                .orElseThrow();
    }

    private boolean isKnown() {
        return accounts.find(Office.ESPACE, email).isPresent();
    }

    @Test
    @DisplayName("PROC-01 with the SIRET of a known company: nothing of it is seen before a proof, and no login before"
            + " the mailed link")
    void knownSiret() {
        String siret = siret(world.company());
        Browser browser = new Browser(port);
        browser.get(PAGE);
        Browser.Page answer = browser.post(PAGE, typed(siret.substring(0, 9) + " " + siret.substring(9)));
        assertThat(browser.follow(answer).text()).contains("Un courriel vient de vous être envoyé");
        assertThat(member().standing()).isEqualTo(Standing.UNVERIFIED);
        assertThat(member().company()).isNull();
        assertThat(member().siret()).isEqualTo(siret);
        assertThat(member().phone()).isEqualTo("0639981234");
        assertThat(browser.signIn("/demarches", email, PHRASE).status()).isEqualTo(200);
        String link = letters.lastTo(email).link();
        browser.get(link);
        browser.post(link, Map.of());
        assertThat(browser.follow(browser.signIn("/demarches", email, PHRASE)).heading())
                .isEqualTo("Vos demandes");
    }

    @Test
    @DisplayName("PROC-01 another establishment of a known company is the company's: nobody registers as its newcomer")
    void unknownEstablishmentOfKnownCompany() {
        String siren = siret(world.company()).substring(0, 9);
        assertThat(register(typed(Typed.siret(siren, 2))).status()).isEqualTo(302);
        assertThat(member().standing()).isEqualTo(Standing.UNVERIFIED);
    }

    @Test
    @DisplayName("PROC-03 with an unknown SIRET the person declares to be responsible, without script too")
    void unknownSiret() {
        Map<String, String> typed = typed(Typed.siret(Typed.siren(), 1));
        assertThat(new Browser(port).get(PAGE).text()).contains("Je déclare être responsable juridique");
        Browser.Page refused = register(typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Ce SIRET n'est pas connu de l'annuaire.");
        assertThat(isKnown()).isFalse();
        typed.put("declares", "true");
        assertThat(register(typed).status()).isEqualTo(302);
        assertThat(member().standing()).isEqualTo(Standing.NEWCOMER);
    }

    @Test
    @DisplayName("PROC-01 the answer is the same for an address that has an account, whose owner is told")
    void knownAddress() {
        Office somebody = world.responsible();
        String siret = siret(world.company());
        Map<String, String> mine = typed(siret);
        Map<String, String> theirs = typed(siret);
        theirs.put("email", world.login(somebody));
        Browser.Page unknown = register(mine);
        Browser.Page known = register(theirs);
        assertThat(known.status()).isEqualTo(unknown.status());
        assertThat(known.location()).isEqualTo(unknown.location());
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(letters.lastTo(world.login(somebody)).text()).contains("Vous avez déjà un compte");
        assertThat(standing(somebody)).isEqualTo(Standing.RESPONSIBLE);
    }

    @Test
    @DisplayName("PROC-01 what is wrong is told beside its field; what was typed stays, the password alone does not")
    void mistakes() {
        Map<String, String> typed = typed("123 456 789 01234");
        typed.put("civility", "X");
        typed.put("lastName", "D<b>");
        typed.put("phone", "12");
        typed.put("email", "pas une adresse");
        typed.put("confirmation", "autre chose encore");
        Browser.Page page = register(typed);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("Ce numéro SIRET n'est pas valable")
                .contains("Choisissez Madame ou Monsieur.")
                .contains("Le nom ne peut contenir que des lettres")
                .contains("Saisissez un numéro de téléphone français")
                .contains("Saisissez une adresse e-mail complète")
                .contains("Les deux mots de passe ne sont pas identiques.");
        assertThat(page.body())
                .contains("value=\"123 456 789 01234\"")
                .contains("value=\"pas une adresse\"")
                .contains("value=\"Maëlle\"")
                .doesNotContain(PHRASE)
                .doesNotContain("<b>");
        assertThat(isKnown()).isFalse();
        Browser.Page empty = register(Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("Saisissez le SIRET du siège.").contains("Saisissez un mot de passe.");
    }

    @Test
    @DisplayName("PROC-01 a password that is too short or the address itself is refused")
    void passwords() {
        Map<String, String> typed = typed(siret(world.company()));
        typed.put("password", "court");
        typed.put("confirmation", "court");
        assertThat(register(typed).text()).contains("Le mot de passe doit compter au moins 12 caractères.");
        typed.put("password", email);
        typed.put("confirmation", email);
        assertThat(register(typed).text()).contains("ne doit pas reprendre votre identifiant");
        assertThat(isKnown()).isFalse();
    }

    @Test
    @DisplayName("PROC-01 the same registration sent twice makes one account and one mail; many at once must wait")
    void twiceAndTooOften() {
        Map<String, String> typed = typed(siret(world.company()));
        assertThat(register(typed).status()).isEqualTo(302);
        UUID first = member().account();
        assertThat(register(typed).status()).isEqualTo(302);
        assertThat(member().account()).isEqualTo(first);
        assertThat(letters.to(email)).hasSize(1);
        Browser.Page page = null;
        for (int i = 0; i < 6; i++) {
            page = register(typed);
        }
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text()).contains("Trop de tentatives").contains("Créer un compte");
    }
}
