package org.navette.engine;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine is set to beyond {@code application.yaml}: closed doors first, then bounds. */
@Component
class EngineSettings extends AbstractCamundaConfiguration {

    private final ApplicationEventPublisher events;
    private final ObjectProvider<JdbcClient> jdbc;
    private final LatestModels latest;
    private final ObjectProvider<AgentForms> forms;
    private final ObjectProvider<Absences> absences;

    EngineSettings(
            ApplicationEventPublisher events,
            ObjectProvider<JdbcClient> jdbc,
            LatestModels latest,
            ObjectProvider<AgentForms> forms,
            ObjectProvider<Absences> absences) {
        this.events = events;
        this.jdbc = jdbc;
        this.latest = latest;
        this.forms = forms;
        this.absences = absences;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        close(engine);
        bound(engine);
        decisions(engine);
        engine.setCustomSessionFactories(List.of(TaskLists.factory(jdbc::getObject)));
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(latest.watch()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(latest.watch()));
        engine.getCustomPreBPMNParseListeners().add(new AgentTaskModel(forms));
        engine.getCustomPreBPMNParseListeners()
                .add(new Milestones(events, new TaskGuard(events, jdbc.getObject(), absences)));
    }

    private static void decisions(SpringProcessEngineConfiguration engine) {
        var dmn = (DefaultDmnEngineConfiguration) engine.getDmnEngineConfiguration();
        if (dmn == null) {
            dmn = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
            engine.setDmnEngineConfiguration(dmn);
        }
        dmn.getCustomPostDecisionTableEvaluationListeners().add(new Decisions.Evaluation());
    }

    private static void close(SpringProcessEngineConfiguration engine) {
        engine.setEnableXxeProcessing(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableScriptEngineNashornCompatibility(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
    }

    private static void bound(SpringProcessEngineConfiguration engine) {
        engine.setHistoryTimeToLive("P180D");
        engine.setHistoryCleanupStrategy(ProcessEngineConfigurationImpl.HISTORY_CLEANUP_STRATEGY_REMOVAL_TIME_BASED);
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        // Tasklist asks for its filters with maxResults=2000
        engine.setQueryMaxResultsLimit(2000);
        // it takes every refusal of ours for an error; what nobody answers for is logged by the page, the call or the
        // job executor that it comes out of
        engine.setEnableCmdExceptionLogging(false);
    }
}
