package org.navette.browser;

import static org.navette.browser.Tasklist.signIn;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.partners.PartnerWorld;
import org.navette.privacy.OfficerWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("COMM-05 COMM-17 A data officer")
class DataOfficerPagesTest {

    @Autowired
    OfficerWorld officers;

    @Autowired
    PartnerWorld world;

    @Test
    @DisplayName(
            "COMM-05 COMM-17 reads what is kept, looks for somebody and opens an erasure, on pages without a barrier")
    void pages(Visitor officer) {
        var desk = world.desk("331");
        signIn(officer, officers.login());
        officer.page.waitForURL("**/camunda/app/tasklist/**");
        officer.open("/agents/donnees").sees("Conservation").looks("data-kept");
        Assertions.assertThat(Accessibility.scrolled(officer.page, ".table-box"))
                .as("tables that 1280 pixels do not show whole")
                .isEmpty();
        officer.link("Demandes des personnes").click();
        officer.sees("Demandes des personnes").looks("data-persons");
        officer.expecting(422).button("Rechercher").click();
        officer.reads("Indiquez un identifiant, une adresse e-mail, ou un nom et un prénom.")
                .looks("data-persons-refused");
        officer.field("Identifiant ou adresse e-mail").fill(world.login(desk));
        officer.button("Rechercher").click();
        officer.reads("Comptes trouvés").looks("data-persons-found");
        officer.button("Ouvrir un effacement des données de Victor Chausson").click();
        officer.reads("est ouverte").looks("data-persons-opened");
    }

    @Test
    @DisplayName("COMM-02 COMM-17 changes their password, on a page without a barrier")
    void password(Visitor officer) {
        signIn(officer, officers.login());
        officer.page.waitForURL("**/camunda/app/tasklist/**");
        officer.link("Mot de passe").click();
        officer.sees("Changer de mot de passe").looks("agent-password");
        officer.field("Mot de passe actuel").fill(PartnerWorld.PASSWORD);
        officer.field("Nouveau mot de passe").fill("court");
        officer.field("Nouveau mot de passe, une seconde fois").fill("court");
        officer.expecting(422).button("Enregistrer").click();
        officer.reads("Le mot de passe doit compter au moins 12 caractères.").looks("agent-password-refused");
    }
}
