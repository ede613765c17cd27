package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.accounts.Account;

@NavetteTest
@DisplayName("PROC-02 One's own account")
class OwnAccountTest extends MemberHelp {

    private static final String PAGE = "/demarches/compte";

    @Test
    @DisplayName("PROC-02 civility, names and phone are changed; the address stays, and is changed on its own page")
    void described() {
        Office office = world.responsible();
        String login = world.login(office);
        Browser browser = browser(office);
        Browser.Page page = browser.get(PAGE);
        assertThat(page.body()).contains("/demarches/compte/courriel").contains("/demarches/compte/mot-de-passe");
        Browser.Page saved = browser.follow(browser.post(
                PAGE,
                Map.of("civility", "MR", "lastName", " Œuvrard ", "firstName", "Zoé", "phone", "01.99.00.12.34")));
        assertThat(saved.text()).contains("Vos informations sont enregistrées.");
        Account account = accounts.find(office.account()).orElseThrow();
        assertThat(account.displayName()).isEqualTo("Zoé Œuvrard");
        assertThat(account.login()).isEqualTo(login);
        Member member = members.find(office.account()).orElseThrow();
        assertThat(member.civility()).isEqualTo("MR");
        assertThat(member.phone()).isEqualTo("0199001234");
        assertThat(member.standing()).isEqualTo(Standing.RESPONSIBLE);
    }

    @Test
    @DisplayName("PROC-02 what cannot be is told beside its field, and nothing is changed")
    void mistakes() {
        Office office = world.responsible();
        Browser browser = browser(office);
        browser.get(PAGE);
        Browser.Page page = browser.post(PAGE, Map.of("lastName", "x".repeat(51), "phone", "0123"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("4 points à corriger")
                .contains("Choisissez Madame ou Monsieur.")
                .contains("Le nom a 50 caractères au plus.")
                .contains("Saisissez le prénom.")
                .contains("Saisissez un numéro de téléphone français");
        assertThat(page.body()).contains("value=\"0123\"");
        assertThat(members.find(office.account())).contains(office.member());
    }

    @Test
    @DisplayName(
            "PROC-02 a responsible person and a reader see the company's establishments, who has proved nothing does not")
    void sirets() {
        Office responsible = world.responsible();
        String siret = world.siret(responsible);
        for (Office office : new Office[] {responsible, world.colleague(responsible, Standing.READER)}) {
            assertThat(browser(office).get(PAGE).text())
                    .contains("SIRET autorisé(s)")
                    .contains("Le Canal")
                    .contains("3 quai de Valmy")
                    .contains("SIRET " + siret)
                    .contains("Sans numéro de facturation");
        }
        Office unverified = world.unverified(siret);
        assertThat(browser(unverified).get(PAGE).text())
                .contains("vous n'êtes pas encore rattaché")
                .doesNotContain("Le Canal")
                .doesNotContain("CANAL")
                .doesNotContain("3 quai de Valmy");
        Office newcomer = world.newcomer();
        assertThat(browser(newcomer).get(PAGE).text())
                .contains("première installation de l'entreprise dont le siège a le SIRET " + world.siret(newcomer));
    }
}
