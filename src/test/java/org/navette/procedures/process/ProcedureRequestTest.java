package org.navette.procedures.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.engine.TaskHandover;
import org.navette.engine.TaskRefused;
import org.navette.procedures.Corrections;
import org.navette.procedures.Details;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureTraces;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.Refused;
import org.navette.procedures.ServiceWorld;
import org.navette.requests.Actor;
import org.navette.requests.Exchange;
import org.navette.requests.Timeline;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The diagram procedure-request")
class ProcedureRequestTest {

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    ProcedureTraces traces;

    @Autowired
    Corrections corrections;

    @Autowired
    Details details;

    @Autowired
    TaskHandover handover;

    @Autowired
    RuntimeService runtime;

    @Autowired
    SentLetters letters;

    private Office office;
    private String number;

    @BeforeEach
    void send() {
        office = world.responsible();
        number = world.send(office, "staff-change");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PROC-11 PROC-14 lives from En traitement to Traitée when an agent accepts")
    void accepted() {
        assertThat(traces.status(number)).isEqualTo("En traitement");
        assertThat(traces.tasks(number)).containsExactly("Instruire la demande");
        service.decide(number, Map.of("outcome", "ACCEPTED", "message", "Votre dossier est à jour."));

        assertThat(traces.status(number)).isEqualTo("Traitée");
        assertThat(traces.instances(number)).isZero();
        assertThat(traces.letters(number)).containsExactly("procedures/received", "procedures/accepted");
        assertThat(traces.thread(number))
                .extracting(Exchange.Message::body)
                .containsExactly("Votre dossier est à jour.");
        assertThat(traces.timeline(number))
                .extracting(Timeline.Entry::actor)
                .containsExactly(
                        Actor.partner(office.account().toString(), office.name()), Actor.agent(service.agent()));
        assertThat(letters.lastTo(world.login(office)).text()).contains(number, "Votre dossier est à jour.");
    }

    @Test
    @DisplayName("PROC-15 ends in Refusée with the ground and the text, in the mail and on the request")
    void refused() {
        service.refuse(number);

        assertThat(traces.status(number)).isEqualTo("Refusée");
        assertThat(traces.instances(number)).isZero();
        assertThat(traces.letters(number)).containsExactly("procedures/received", "procedures/refused");
        assertThat(letters.lastTo(world.login(office)).text())
                .contains(number, "Pièces justificatives non conformes", "Le diplôme manque.");
        assertThat(traces.own(number).outcome().ground()).isEqualTo("Pièces justificatives non conformes");
        assertThat(details.of(office, number).orElseThrow().isAbandoned()).isFalse();
    }

    @Test
    @DisplayName("PROC-12 goes back and forth as often as the agent asks, each time to the same agent")
    void rounds() {
        String agent = service.agent("premier.crif");
        for (int round = 1; round <= 4; round++) {
            service.decide(agent, number, ServiceWorld.asking(List.of(), List.of("diploma")));
            assertThat(traces.status(number)).isEqualTo("Corrections demandées");
            assertThat(traces.tasks(number)).isEmpty();
            assertThat(traces.own(number).round()).isEqualTo(round);
            world.correct(office, number, "diploma");
            assertThat(traces.status(number)).isEqualTo("Corrections reçues");
            assertThat(service.task(number).getAssignee()).isEqualTo(agent);
            assertThat(traces.revisions(number)).isEqualTo(round);
        }
        service.accept(agent, number);
        assertThat(traces.status(number)).isEqualTo("Traitée");
        assertThat(traces.files(number)).hasSize(5);
        assertThat(traces.letters(number))
                .containsExactly(
                        "procedures/received",
                        "procedures/corrections",
                        "procedures/corrections",
                        "procedures/corrections",
                        "procedures/corrections",
                        "procedures/accepted");
        assertThat(traces.labels(number))
                .startsWith("En traitement", "Corrections demandées", "Corrections transmises", "Corrections reçues")
                .hasSize(14);
    }

    @Test
    @DisplayName("PROC-12 the task that was handed over comes back to the colleague who has it")
    void handedOver() {
        String first = service.agent("premier.crif");
        String second = service.agent("second.crif");
        service.claim(first, number);
        handover.give(first, service.task(number).getId(), second, "absence");
        service.decide(second, number, ServiceWorld.asking(List.of("technical"), List.of()));
        world.correct(office, number);
        assertThat(service.task(number).getAssignee()).isEqualTo(second);
    }

    @Test
    @DisplayName("PROC-12 the mail says what to correct, in the agent's words")
    void correctionsMail() {
        service.ask(number, List.of("technical"), List.of("diploma"));
        assertThat(letters.lastTo(world.login(office)).text()).contains(number, "À corriger, merci.");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("PROC-11 an agent who leaves something out reads what, and nothing changes")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing | | outcome | Suite donnée",
                "no remarks | CORRECTIONS | steps=technical | Remarques au demandeur",
                "blank remarks | CORRECTIONS | steps=technical;remarks=   | Remarques au demandeur",
                "neither step nor document | CORRECTIONS | remarks=Quoi ? | Cochez au moins une étape",
                "an unknown step | CORRECTIONS | remarks=Quoi ?;steps=nowhere | Étapes à corriger",
                "a document of another kind | CORRECTIONS | remarks=Quoi ?;documents=bank | Documents à remplacer",
                "no ground | REFUSED | explanation=Non | Motif du refus",
                "an unknown ground | REFUSED | ground=NONE;explanation=Non | Motif du refus",
                "no explanation | REFUSED | ground=OTHER | Explication du refus",
                "a wrong billing number | ACCEPTED | billingNumber=12345678 | neuf chiffres",
                "an unknown outcome | LATER | message=Plus tard | Suite donnée",
            })
    void incomplete(String what, String outcome, String fields, String told) {
        Map<String, Object> answers = new java.util.HashMap<>();
        if (outcome != null) {
            answers.put("outcome", outcome);
        }
        for (String field : fields.split(";")) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2) {
                boolean list = parts[0].equals("steps") || parts[0].equals("documents");
                answers.put(parts[0], list ? List.of(parts[1]) : parts[1]);
            }
        }
        service.claim(service.agent(), number);
        Map<String, Object> before = traces.everything(number);
        refusedAgent(told, () -> service.decide(number, answers));
        assertThat(traces.everything(number)).isEqualTo(before);
    }

    @Test
    @DisplayName("PROC-11 a decision is made once, by its agent, of the service alone")
    void strangers() {
        String first = service.agent("premier.crif");
        String second = service.agent("second.crif");
        service.claim(first, number);
        refusedAgent("collègue", () -> service.accept(second, number));
        refusedAgent("", () -> service.claim(service.supervisor(), number));
        service.accept(first, number);
        assertThat(traces.tasks(number)).isEmpty();
    }

    @Test
    @DisplayName("PROC-12 nothing can be corrected while nothing is asked, nor after the end")
    void notAsked() {
        notAsked(() -> corrections.begin(office, number));
        service.ask(number, List.of("technical"), List.of());
        var draft = corrections.begin(office, number);
        assertThat(corrections.begin(office, number))
                .as("the same is gone on with")
                .isEqualTo(draft);
        world.send(office, draft);
        notAsked(() -> corrections.begin(office, number));
        service.accept(number);
        notAsked(() -> corrections.begin(office, number));
    }

    @Test
    @DisplayName("PROC-16 an instance deleted in Cockpit shows as Supprimé and asks nothing of anyone any more")
    void deleted() {
        service.ask(number, List.of("technical"), List.of());
        var draft = corrections.begin(office, number);
        runtime.deleteProcessInstance(traces.instance(number), "essai");
        assertThat(traces.status(number)).isEqualTo("Supprimé");
        assertThat(details.of(office, number)).isEmpty();
        notAsked(() -> world.send(office, draft));
    }

    private static void notAsked(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Refused.class, refusal -> assertThat(refusal.reason())
                .isEqualTo(Refused.Reason.NOT_ASKED));
    }

    private static void refusedAgent(String told, ThrowingCallable action) {
        assertThatThrownBy(action).satisfies(thrown -> {
            Throwable root = thrown;
            while (!(root instanceof TaskRefused) && root.getCause() != null) {
                root = root.getCause();
            }
            assertThat(root).isInstanceOf(TaskRefused.class).hasMessageContaining(told);
        });
    }
}
