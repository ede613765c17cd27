package org.navette.requests;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.navette.engine.Processes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The requests of all espaces: deposited, locked, found. Writing takes part in the caller's transaction. */
@Component
public class Requests {

    /** The act of a submission that deposits a request. */
    public static final String DEPOSIT = "deposit";

    private static final String NUMBER = "number";
    private static final String ORGANISM = "organism";
    private static final String TITLE = "title";

    /** The variables of a process that is started with nothing else: routing facts, nothing that people typed. */
    public static final Set<String> ROUTING = Set.of(NUMBER, ORGANISM, TITLE);

    /** What counters that never start again have for a year. */
    private static final int ALWAYS = 0;

    private final RequestRows rows;
    private final Counters counters;
    private final Processes processes;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private final Clock clock;

    Requests(
            RequestRows rows, Counters counters, Processes processes, Timeline timeline, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.counters = counters;
        this.processes = processes;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Reserves a submission's key. A second caller with the same key waits for the first one's transaction.
     *
     * @param act what is done with it: a deposit, or an action on one request
     * @return empty when the key is new; else the number of the request that it made
     * @throws NoSuchElementException when the key belongs to another account
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> submitted(UUID key, UUID account, String act) {
        int inserted = jdbc.sql("insert into request_submission (key, account_id, act, at) select ?, ?, ?, ? where not"
                        + " exists (select 1 from request_submission where key = ? and account_id <> ?)"
                        + " on conflict do nothing")
                .params(key, account, act, java.sql.Timestamp.from(clock.instant()), key, account)
                .update();
        return inserted == 1
                ? Optional.empty()
                : Optional.of(jdbc.sql("select r.number from request_submission s join request r on r.id = s.request_id"
                                + " where s.key = ? and s.account_id = ? and s.act = ?")
                        .params(key, account, act)
                        .query(String.class)
                        .optional()
                        .orElseThrow());
    }

    /**
     * Takes a number and writes the request's row; the caller writes its own part, then {@link #start}s the process.
     *
     * @param key the submission's key, reserved before
     * @param numbers how numbers of this espace are made
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Request deposit(UUID key, NewRequest request, NumberFormat numbers) {
        Request row = deposit(request, numbers);
        bind(key, DEPOSIT, row);
        return row;
    }

    /** The same without a key, for who knows otherwise that it has not been done yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Request deposit(NewRequest request, NumberFormat numbers) {
        int year = clock.instant().atZone(clock.getZone()).getYear();
        int counted = numbers.isYearly() ? year : ALWAYS;
        return deposit(request, numbers.format(year, counters.next(numbers.scope(), counted, numbers.last())));
    }

    /** The same with a number that follows from another's; it must be free. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Request deposit(NewRequest request, String number) {
        return rows.save(new Request(request, number, clock.instant()));
    }

    /** Says which request a submission made or changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bind(UUID key, String act, Request request) {
        jdbc.sql("update request_submission set request_id = ? where key = ? and act = ?")
                .params(request.id(), key, act)
                .update();
    }

    /** Starts the request's process; its first milestone gives the request its status. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(Request request, String processId, Map<String, Object> variables) {
        processes.start(processId, request.number(), variables);
    }

    /** The same with the routing facts alone; the subject is the title on the task's card. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(Request request, String processId) {
        start(
                request,
                processId,
                Map.of(
                        NUMBER, request.number(),
                        ORGANISM, request.scope().organism(),
                        TITLE, request.subject()));
    }

    /**
     * Locks a request's row until the end of the transaction; the first statement of every transition.
     *
     * @throws NoSuchElementException when there is no such request in the scope
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Request lock(Scope scope, String number) {
        return rows.lock(number)
                .filter(request -> request.scope().equals(scope))
                .orElseThrow(() -> new NoSuchElementException("no such request in this scope"));
    }

    /**
     * Locks a request's row for an agent or a timer, whose rights the engine has checked.
     *
     * @throws NoSuchElementException when there is no such request
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Request lock(String number) {
        return rows.lock(number).orElseThrow();
    }

    /** Gives the requests of a scope to another structure, in the transaction that holds one of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hand(Scope scope, UUID structure) {
        rows.of(scope.espace(), scope.organism(), scope.structure()).forEach(request -> request.handTo(structure));
    }

    /** A request of the scope that was not cancelled. */
    @Transactional(readOnly = true)
    public Optional<Request> find(Scope scope, String number) {
        return rows.find(scope.espace(), scope.organism(), scope.structure(), number);
    }

    /** A request by its number alone, for {@link Dossiers}, whose tasks are checked by the engine. */
    @Transactional(readOnly = true)
    Optional<Request> find(String number) {
        return rows.findByNumber(number);
    }

    /** How many requests of the scope wait for the organism or the partner. */
    public long countOpen(Scope scope) {
        return rows.countOpen(scope.espace(), scope.organism(), scope.structure());
    }

    /** How many requests of a whole espace wait for an organism or a partner; for measures, not for people. */
    public long countOpen(String espace) {
        return rows.countOpen(espace);
    }

    /** When a request of the scope was last resolved, a later answer of an exchange included. */
    public Optional<Instant> lastResolution(Scope scope) {
        return Optional.ofNullable(rows.lastResolution(scope.espace(), scope.organism(), scope.structure()));
    }

    /** Writes something that is not a change of status to the request's timeline. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Request request, Actor actor, String kind, String label, Map<String, Object> detail) {
        timeline.add(request.id(), clock.instant(), kind, label, actor, detail);
    }
}
