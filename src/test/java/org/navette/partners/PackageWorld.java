package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.navette.Modeler;
import org.navette.Rehearser;
import org.navette.Rehearser.Answer;
import org.navette.engine.Tasks;
import org.navette.engine.rehearsal.Rehearsals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A process owner with running requests, and what they look at afterwards. */
abstract class PackageWorld {

    static final String REVIEW = "partners.case-review";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Autowired
    Traces traces;

    @Autowired
    Tasks tasks;

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    RepositoryService repository;

    Rehearser owner;
    Modeler modeler;
    Desk desk;

    @BeforeEach
    void open(@Autowired ApplicationContext application) {
        owner = new Rehearser(application, port);
        modeler = new Modeler(application, port);
        desk = world.desk("331");
    }

    @AfterEach
    void takeBack() {
        ClockUtil.reset();
        owner.close();
        modeler.close();
    }

    Answer applied(Map<String, String> files, boolean move) {
        Answer rehearsed = owner.rehearse(files);
        assertThat(rehearsed.status()).as(rehearsed.text()).isEqualTo(201);
        Answer applied = owner.apply(rehearsed.id(), move);
        assertThat(applied.status()).as(applied.text()).isEqualTo(200);
        owner.finishMoves();
        return owner.show(rehearsed.id());
    }

    Answer undone(String id) {
        Answer undone = owner.undo(id);
        assertThat(undone.status()).as(undone.text()).isEqualTo(200);
        owner.finishMoves();
        return owner.show(id);
    }

    static long line(Answer answer, String what) {
        long sum = 0;
        for (var line : answer.json().path("journal").path("versions")) {
            sum += line.path(what).asLong();
        }
        return sum;
    }

    String versions(String number) {
        return (String) runtime.getVariable(traces.instance(number), "formVersions");
    }

    long timers(String number) {
        return jobs.createJobQuery().processInstanceId(traces.instance(number)).count();
    }

    long version(String number) {
        return repository
                .getProcessDefinition(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getProcessDefinitionId())
                .getVersion();
    }

    long latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("partner-request")
                .latestVersion()
                .singleResult()
                .getVersion();
    }
}
