package org.navette.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills an empty database before the port opens. The requests are not written but lived: deposited, taken in charge and
 * answered through the application's own doors, with the clock moved to each moment in turn.
 */
@Component
@Profile("local")
@ConditionalOnProperty(name = "navette.local.demo", matchIfMissing = true)
class DemoData implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemoData.class);

    private final DemoPeople people;
    private final DemoCannedAnswers answers;
    private final DemoActs acts;
    private final DemoProcedures procedures;
    private final DemoFunding funding;
    private final DemoFinancing financing;
    private final DemoTemplates templates;
    private final DemoProviders providers;
    private final DemoCare care;
    private final ProcessEngineConfigurationImpl engine;
    private final Clock clock;
    private final JdbcClient jdbc;
    private boolean running;

    DemoData(
            DemoPeople people,
            DemoCannedAnswers answers,
            DemoActs acts,
            DemoProcedures procedures,
            DemoFunding funding,
            DemoFinancing financing,
            DemoTemplates templates,
            DemoProviders providers,
            DemoCare care,
            ProcessEngineConfigurationImpl engine,
            Clock clock,
            JdbcClient jdbc) {
        this.people = people;
        this.answers = answers;
        this.acts = acts;
        this.procedures = procedures;
        this.funding = funding;
        this.financing = financing;
        this.templates = templates;
        this.providers = providers;
        this.care = care;
        this.engine = engine;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Override
    public void start() {
        running = true;
        if (people.areThere()) {
            return;
        }
        JobExecutor jobs = engine.getJobExecutor();
        boolean active = jobs.isActive();
        // jobs must not run while time is moved
        if (active) {
            jobs.shutdown();
        }
        try {
            // production refuses a database that has been here
            jdbc.sql("insert into demonstration values (now())").update();
            people.create();
            answers.create();
            procedures.create();
            funding.create();
            providers.create();
            care.create();
            live(DemoStories.all());
        } finally {
            ClockUtil.reset();
            if (active) {
                jobs.start();
            }
        }
    }

    private void live(List<DemoStory> stories) {
        Instant now = clock.instant();
        List<DemoMoment> moments = new ArrayList<>();
        for (DemoStory story : stories) {
            var life = acts.of(story);
            Instant at = now.minus(Duration.ofHours(story.hoursAgo()));
            moments.add(new DemoMoment(at, life::deposit));
            for (DemoStory.Step step : story.steps()) {
                at = at.plus(Duration.ofHours(step.after())).plusSeconds(420);
                moments.add(new DemoMoment(at, () -> life.play(step)));
            }
        }
        moments.addAll(procedures.moments(now));
        moments.addAll(funding.moments(now));
        moments.addAll(financing.moments(now));
        moments.addAll(templates.moments(now));
        moments.addAll(providers.moments(now));
        moments.addAll(care.moments(now));
        moments.sort(Comparator.comparing(DemoMoment::at));
        for (DemoMoment moment : moments) {
            ClockUtil.setCurrentTime(Date.from(moment.at()));
            moment.act().run();
        }
        log.info("Demonstration data: {} moments", moments.size());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Early: before the web server takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }
}
