package org.navette.directory;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks {@code GET <url>/establishments/<siret>}, with {@code Authorization: Bearer <token>} when there is one. 200 brings
 * the JSON that {@link RegisterAnswer} reads, 404 means unknown, anything else is a failure. Each question has one time
 * limit from the connection to the last byte; redirects are not followed. A few questions at once: a register that hangs
 * must not hold the threads that people wait for. Outcomes are counted in {@code navette.directory.register}.
 */
final class HttpCompanyRegister implements CompanyRegister {

    static final String METER = "navette.directory.register";

    private static final Logger LOG = LoggerFactory.getLogger(HttpCompanyRegister.class);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int AT_ONCE = 8;

    private final URI url;
    private final String token;
    private final Duration timeout;
    private final MeterRegistry meters;
    private final HttpClient client;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** @throws IllegalArgumentException when the address is not one of http or https */
    HttpCompanyRegister(URI url, String token, Duration timeout, MeterRegistry meters) {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException("navette.directory.register.url is no address of http or https");
        }
        this.url = url;
        this.token = token;
        this.timeout = timeout;
        this.meters = meters;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public Optional<Suggestion> find(String siret) {
        if (!places.tryAcquire()) {
            return nothing(siret, "busy", "too many questions at once");
        }
        try {
            return ask(siret);
        } finally {
            places.release();
        }
    }

    private Optional<Suggestion> ask(String siret) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                request(siret),
                head -> head.statusCode() == OK ? new BoundedBody() : BodySubscribers.replacing(new byte[0]));
        try {
            HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return switch (response.statusCode()) {
                case OK -> {
                    Suggestion found = RegisterAnswer.read(siret, response.body());
                    count("found");
                    yield Optional.of(found);
                }
                case NOT_FOUND -> {
                    count("unknown");
                    yield Optional.empty();
                }
                default -> nothing(siret, "failed", "status " + response.statusCode());
            };
        } catch (TimeoutException e) {
            return nothing(siret, "slow", "no whole answer in " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            String outcome = e.getCause() instanceof HttpTimeoutException ? "slow" : "failed";
            return nothing(siret, outcome, String.valueOf(e.getCause()));
        } catch (IOException e) {
            return nothing(siret, "failed", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return nothing(siret, "failed", "interrupted");
        } finally {
            // lets go of a connection that is still open
            answer.cancel(true);
        }
    }

    private HttpRequest request(String siret) {
        String base = url.toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create((base.endsWith("/") ? base : base + "/") + "establishments/" + siret))
                .timeout(timeout)
                .header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    private Optional<Suggestion> nothing(String siret, String outcome, String why) {
        LOG.warn("register of companies, SIRET {}: {}", siret, why);
        count(outcome);
        return Optional.empty();
    }

    private void count(String outcome) {
        meters.counter(METER, "outcome", outcome).increment();
    }
}
