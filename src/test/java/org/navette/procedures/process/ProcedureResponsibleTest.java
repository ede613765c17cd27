package org.navette.procedures.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.engine.Agents;
import org.navette.engine.TaskRefused;
import org.navette.engine.Tasks;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.MemberHelp;
import org.navette.procedures.Office;
import org.navette.procedures.Refused;
import org.navette.procedures.ServiceWorld;
import org.navette.procedures.Standing;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The diagram procedure-responsible")
class ProcedureResponsibleTest extends MemberHelp {

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Tasks agentTasks;

    @Autowired
    PartnerWorld partners;

    private Office person() {
        return unverified(world.company());
    }

    @Test
    @DisplayName("PROC-03 the service's agents, and no others, find one task; the engine keeps nothing personal")
    void asked() {
        Office person = person();
        String number = asked(person);
        assertThat(traces.status(number)).isEqualTo("En traitement");
        assertThat(traces.tasks(number)).containsExactly("Vérifier la qualité de responsable juridique");
        String task = service.task(number).getId();
        assertThat(agentTasks.find(service.agent(), task)).isPresent();
        assertThat(agentTasks.find(partners.agent("331"), task)).isEmpty();
        assertThat(runtime.getVariables(service.task(number).getProcessInstanceId()))
                .containsOnlyKeys("number", "organism", "title", "formVersions")
                .containsEntry("title", "Qualité de responsable juridique");
        SentLetters.Letter mail = letters.lastTo(world.login(person));
        assertThat(mail.subject()).isEqualTo("Demande " + number + " : votre justificatif est bien reçu");
        assertThat(mail.link()).isEqualTo("/demarches/compte/responsable");
    }

    @Test
    @DisplayName("PROC-03 accepted: responsible at once, told by mail with the company's name")
    void accepted() {
        Office person = person();
        String number = asked(person);
        service.decide(number, Map.of("outcome", "ACCEPTED", "message", "Tout est en ordre."));
        assertThat(standing(person)).isEqualTo(Standing.RESPONSIBLE);
        assertThat(traces.labels(number)).containsExactly("En traitement", "Reconnue");
        assertThat(traces.instances(number)).isZero();
        assertThat(letters.lastTo(world.login(person)).text())
                .contains("vous êtes reconnu responsable juridique de l’entreprise CANAL")
                .contains("Tout est en ordre.");
        assertThat(traces.letters(number))
                .containsExactly("procedures/responsible-received", "procedures/responsible-accepted");
    }

    @Test
    @DisplayName("PROC-03 refused: nothing of the company is told, the explanation is")
    void refused() {
        Office person = person();
        String number = asked(person);
        assertThatThrownBy(() -> service.decide(number, Map.of("outcome", "REFUSED")))
                .as("an explanation is asked for")
                .isInstanceOf(TaskRefused.class);
        service.decide(number, Map.of("outcome", "REFUSED", "explanation", "Le document est illisible."));
        assertThat(standing(person)).isEqualTo(Standing.UNVERIFIED);
        assertThat(traces.labels(number)).containsExactly("En traitement", "Non reconnue");
        assertThat(letters.lastTo(world.login(person)).text())
                .contains("Le document est illisible.")
                .doesNotContain("CANAL");
        assertThat(traces.letters(number))
                .containsExactly("procedures/responsible-received", "procedures/responsible-refused");
    }

    @Test
    @DisplayName("PROC-03 withdrawn by the person: the task is gone, nothing more is mailed")
    void withdrawn() {
        Office person = person();
        String number = asked(person);
        demands.withdraw(person);
        assertThat(traces.labels(number)).containsExactly("En traitement", "Retirée");
        assertThat(traces.tasks(number)).isEmpty();
        assertThat(traces.letters(number)).containsExactly("procedures/responsible-received");
        demands.withdraw(person);
        assertThat(asked(person)).isNotEqualTo(number);
    }

    @Test
    @DisplayName("PROC-03 an acceptance and a withdrawal at the same instant: one of the two counts, wholly")
    void race() {
        for (int i = 0; i < 6; i++) {
            Office person = person();
            String number = asked(person);
            service.claim(service.agent(), number);
            String task = service.task(number).getId();
            var outcomes = AtOnce.run(
                    () -> agentTasks.submit(service.agent(), task, Map.of("outcome", "ACCEPTED")),
                    () -> demands.withdraw(person));
            boolean accepted = outcomes.get(0).won();
            assertThat(traces.labels(number)).containsExactly("En traitement", accepted ? "Reconnue" : "Retirée");
            assertThat(standing(person)).isEqualTo(accepted ? Standing.RESPONSIBLE : Standing.UNVERIFIED);
            if (!accepted) {
                assertThat(outcomes.get(0).failure(TaskRefused.class)).isNotNull();
            } else if (!outcomes.get(1).won()) {
                assertThat(outcomes.get(1).failure(Refused.class)).isNotNull();
            }
        }
    }

    @Test
    @DisplayName("PART-17 a task that is overdue after ten days is opened to the supervisors")
    void late() {
        String number = asked(person());
        service.later(Duration.ofDays(9));
        assertThat(service.runDueTimers(number)).isZero();
        service.later(Duration.ofDays(2));
        assertThat(service.runDueTimers(number)).isEqualTo(1);
        assertThat(groups(number))
                .containsExactlyInAnyOrder(
                        Agents.agentsOf(ServiceWorld.ORGANISM), Agents.supervisorsOf(ServiceWorld.ORGANISM));
    }

    private List<String> groups(String number) {
        return tasks.getIdentityLinksForTask(service.task(number).getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    @Test
    @DisplayName("COMM-04 what the person and the agent typed rests nowhere in the engine's tables")
    void engineKeepsNothing() {
        Office person = person();
        String secret = "secret-" + UUID.randomUUID();
        String number = demands.ask(person, proof(person, Map.of("birthDate", "1980-02-01", "comment", secret)));
        service.decide(number, Map.of("outcome", "REFUSED", "explanation", secret));
        for (String table : List.of("act_hi_varinst", "act_ru_variable")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where text_ like ?")
                            .param("%" + secret + "%")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(jdbc.sql("select count(*) from act_ge_bytearray where position(cast(? as bytea) in bytes_) > 0")
                        .param(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
