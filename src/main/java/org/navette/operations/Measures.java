package org.navette.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.navette.engine.EngineTroubles;
import org.navette.mail.Outbox;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;

/** What can be counted of the work itself, asked of the database at most once in {@link #FRESH}. */
@Component
class Measures implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Requests requests;
    private final EngineTroubles engine;
    private final Outbox outbox;
    private final List<String> espaces;

    Measures(
            Requests requests, EngineTroubles engine, Outbox outbox, List<org.navette.requests.DossierSource> espaces) {
        this.requests = requests;
        this.engine = engine;
        this.outbox = outbox;
        this.espaces =
                espaces.stream().map(org.navette.requests.DossierSource::espace).toList();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String espace : espaces) {
            Supplier<Number> open = kept(() -> requests.countOpen(espace));
            Gauge.builder("navette.requests.open", open)
                    .description("Requests that wait for the organism or the partner")
                    .tag("espace", espace)
                    .register(registry);
        }
        gauge(registry, "navette.jobs.due", "Jobs that the executor could take now", engine::dueJobs);
        gauge(registry, "navette.incidents", "Steps that have failed for good", engine::incidents);
        gauge(registry, "navette.mails.waiting", "Mails that are not sent yet", outbox::countWaiting);
    }

    private static void gauge(MeterRegistry registry, String name, String description, Supplier<Number> value) {
        Gauge.builder(name, kept(value)).description(description).register(registry);
    }

    /** A value that whoever asks often does not make the database count again. */
    private static Supplier<Number> kept(Supplier<Number> value) {
        return new Supplier<>() {

            private long at = System.nanoTime() - FRESH.toNanos();
            private Number last = Double.NaN;

            @Override
            public synchronized Number get() {
                if (System.nanoTime() - at >= FRESH.toNanos()) {
                    last = value.get();
                    at = System.nanoTime();
                }
                return last;
            }
        };
    }
}
