package org.navette.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.engine.MilestoneReached;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.ServiceWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

@NavetteTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("What the log says when something is refused, and when something fails")
class RefusalsInLogsTest {

    @LocalServerPort
    int port;

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    AbstractApplicationContext application;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ManagementService jobs;

    @Test
    @DisplayName("COMM-16 an agent's ordinary mistake is told to the agent and is no error in the log")
    void mistake(CapturedOutput output) {
        String number = world.send(world.newcomer(), "first-installation");
        service.claim(service.agent(), number);

        Browser.Page refused = answer(number);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Numéro de facturation");
        assertThat(output.getAll()).doesNotContain("ENGINE-16004", "TaskRefused");
    }

    @Test
    @DisplayName("COMM-16 what nobody expects in the engine is an error in the log, with where it comes from")
    void unexpected(CapturedOutput output) {
        String number = world.send(world.responsible(), "staff-change");
        service.claim(service.agent(), number);
        var failing = new ApplicationListener<PayloadApplicationEvent<MilestoneReached>>() {
            @Override
            public void onApplicationEvent(PayloadApplicationEvent<MilestoneReached> event) {
                throw new IllegalStateException("an essay of a failure");
            }
        };
        application.addApplicationListener(failing);
        try {
            assertThat(answer(number).status()).isEqualTo(500);
        } finally {
            application.removeApplicationListener(failing);
        }
        assertThat(output.getAll()).contains("ERROR", "an essay of a failure", "at org.navette.engine.Milestones");
    }

    @Test
    @DisplayName("COMM-16 a job that fails is in the log, with its exception")
    void failedJob(CapturedOutput output) {
        String number = world.send(world.responsible(), "staff-change");
        service.ask(number, List.of("head-office"), List.of());
        String job = jobs.createJobQuery()
                .processInstanceId(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number, "procedure-request")
                        .singleResult()
                        .getId())
                .timers()
                .list()
                .get(0)
                .getId();
        var failing = new ApplicationListener<PayloadApplicationEvent<MilestoneReached>>() {
            @Override
            public void onApplicationEvent(PayloadApplicationEvent<MilestoneReached> event) {
                throw new IllegalStateException("an essay of a failed job");
            }
        };
        application.addApplicationListener(failing);
        try {
            execute(job);
        } finally {
            application.removeApplicationListener(failing);
        }
        assertThat(output.getAll()).contains("ENGINE-14006", job, "an essay of a failed job");
    }

    /** As the job executor does, which is off in tests. */
    private void execute(String job) {
        var running = new ExecuteJobsRunnable(List.of(job), (ProcessEngineImpl) engine);
        JobExecutor active = mock();
        when(active.isActive()).thenReturn(true);
        ReflectionTestUtils.setField(running, "jobExecutor", active);
        running.run();
    }

    private Browser.Page answer(String number) {
        var agent = new Browser(port);
        agent.follow(agent.signIn("/agents", service.agent(), ServiceWorld.PASSWORD));
        String address = "/agents/dossiers/" + service.task(number).getId();
        agent.get(address);
        return agent.json("POST", address + "/reponse", "{\"outcome\":\"ACCEPTED\"}");
    }
}
