package org.navette.operations;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A normal stop begins with saying so: the node is no longer ready, and goes on answering until proxies have noticed.
 * Without it they would send requests to a closed port for as long as they believe their last check.
 */
@Component
class Drain implements SmartLifecycle {

    private final ApplicationContext application;
    private final Duration wait;
    private boolean running;

    Drain(ApplicationContext application, @Value("${navette.operations.drain}") Duration wait) {
        this.application = application;
        this.wait = wait;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        AvailabilityChangeEvent.publish(application, ReadinessState.REFUSING_TRAFFIC);
        try {
            TimeUnit.MILLISECONDS.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before everything else, the web server too. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
