package org.navette.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.navette.browser.Tasklist.card;
import static org.navette.browser.Tasklist.filter;
import static org.navette.browser.Tasklist.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
@DisplayName("A day of an agent")
class AgentDayPagesTest {

    private static final String ORGANISM = "623";

    @Autowired
    PartnerWorld world;

    @Test
    @DisplayName(
            "COMM-10 PART-23 looks at a file without leaving the dossier, adds one, hands over; a colleague answers")
    void day(Visitor partner, Visitor agent, Visitor colleague) {
        Desk desk = world.desk(ORGANISM);
        partner.at(world, desk);
        String number = depositWithFile(partner);
        signIn(agent, world.agent("day." + ORGANISM, ORGANISM));
        filter(agent, "À prendre en charge").click();
        assertThat(card(agent, number)).containsText("AME");
        card(agent, number).click();
        agent.button("Aperçu de avis.pdf").click();
        Locator preview = agent.page.locator(".dossier__preview");
        assertThat(preview).containsText("Page 1 sur 1");
        Assertions.assertThat(preview.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)"))
                .isEqualTo(1100);
        agent.photograph("dossier-preview");
        agent.button("Aperçu de avis.pdf").click();
        assertThat(preview).hasCount(0);

        agent.button("Prendre en charge").click();
        Locator text = agent.page.locator("[data-task-form] textarea");
        text.fill("Voici un début.");
        agent.page.locator(".dossier__input").setInputFiles(Samples.pdf("réponse.pdf"));
        assertThat(agent.page.locator("[data-added]")).containsText("réponse.pdf");
        agent.page.locator(".dossier__why summary").click();
        assertThat(agent.page.locator(".dossier__why")).containsText("Accès : complet");
        agent.page.getByText("Confier la tâche à quelqu'un d'autre").click();
        agent.button("Confier la tâche").click();
        Locator said = agent.page.locator("[data-handover-message]");
        assertThat(said).containsText("Indiquez pourquoi");
        assertThat(agent.page.locator("#handover-reason")).isFocused();
        agent.page.locator("#handover-reason").fill("Je suis en formation cet après-midi.");
        Assertions.assertThat(Accessibility.violations(agent.page, ".dossier")).isEmpty();
        agent.photograph("dossier-hand-over");
        agent.button("Confier la tâche").click();
        assertThat(agent.page.locator("section.task-card")).isHidden();

        signIn(colleague, world.agent(ORGANISM));
        filter(colleague, "À prendre en charge").click();
        card(colleague, number).click();
        assertThat(colleague.page.locator(".dossier")).containsText("Je suis en formation cet après-midi.");
        colleague.page.locator("[data-take]").click();
        Locator answer = colleague.page.locator("[data-task-form] textarea");
        assertThat(answer).hasValue("Voici un début.");
        assertThat(colleague.page.locator("[data-added]")).containsText("réponse.pdf");
        answer.fill("Voici un début, et la fin.");
        colleague.button("Répondre et terminer la tâche").click();
        assertThat(colleague.page.locator("section.task-card")).isHidden();

        partner.open("/partenaires/demandes/" + number).reads("Voici un début, et la fin.");
        assertThat(partner.page.locator("main")).containsText("réponse.pdf");
        assertThat(partner.page.locator("main")).not().containsText("formation");
    }

    @Test
    @DisplayName("COMM-10 a supervisor moves an absent agent's tasks, seen beforehand, and says when the agent is back")
    void absence(Visitor supervisor) {
        String away = world.agent("sick." + ORGANISM, ORGANISM);
        String number = world.deposit(world.desk(ORGANISM), "partners.case-review");
        world.take(number, away);
        signIn(supervisor, world.supervisor("chief." + ORGANISM, ORGANISM));
        filter(supervisor, "Mes tâches").waitFor();
        supervisor.open("/agents/gestion/absences").sees("Absences").looks("absences");
        supervisor.open("/agents/gestion/absences?agent=" + away).reads("n° " + number);
        supervisor.page.locator("#backOn").fill("2020-01-01");
        supervisor.expecting(422).button("Confier les tâches").click();
        assertThat(supervisor.page.locator("[data-error-summary]")).isFocused();
        supervisor.reads("1 point à corriger").looks("absence-refused");
        supervisor.page.locator("#backOn").fill("");
        supervisor.page.locator("#to").selectOption(new SelectOption().setIndex(0));
        supervisor.button("Confier les tâches").click();
        supervisor.reads("remise au groupe").looks("absence-moved");
        Assertions.assertThat(world.task(number).getAssignee()).isNull();
    }

    private static String depositWithFile(Visitor partner) {
        DepositSteps.begin(partner, "Soumettre une demande d'étude de dossier");
        UploadPagesTest.choose(partner, Samples.pdf("avis.pdf"));
        partner.select("Motif de la demande").selectOption("AME");
        DepositSteps.person(partner);
        DepositSteps.comment(partner);
        DepositSteps.send(partner);
        return partner.path().split("/")[3];
    }
}
