package org.navette.retention;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.navette.engine.Phase;

/** What an espace keeps for a time only (COMM-05). One bean for each process of retention. */
public interface Retained {

    /** The espace of what is common to all of them; nobody signs in to it. */
    String COMMON = "common";

    /** Id of the process that works through it every night. */
    String process();

    /** The espace's code: whose accounts are told. */
    String espace();

    /** The kinds of requests that the process erases. */
    List<Kind> kinds();

    /**
     * Erases what the espace's own tables know of persons, for good, in the transaction that erases the rest.
     *
     * @param kind of all these requests
     * @param requests their ids; at least one
     */
    void forget(Kind kind, List<Long> requests);

    /**
     * Erases what the espace keeps of persons beside requests, in the caller's transaction.
     *
     * @param before what is older goes
     * @param batch how many rows at most
     * @return how many it were
     */
    default int forgetOlder(Instant before, int batch) {
        return 0;
    }

    /**
     * Announces the end of what is kept beside requests where somebody must be told, in the caller's transaction.
     *
     * @param batch how many at most
     * @return how many were looked at
     */
    default int announceOthers(int batch) {
        return 0;
    }

    /**
     * Erases what was announced so, in the caller's transaction.
     *
     * @param batch how many at most
     * @return how many were looked at
     */
    default int eraseOthers(int batch) {
        return 0;
    }

    /** What is announced so, for the page of the data officer. */
    default List<RetentionFigures.OfKind> others() {
        return List.of();
    }

    /** What the espace keeps of persons beside requests and accounts, for the page of the data officer. */
    default List<Beside> beside() {
        return List.of();
    }

    /**
     * Data of persons that belong to no request.
     *
     * @param label in French, as the page names them
     * @param kept until when, in French, as the page says it
     * @param rows which rows they are: what follows {@code from} in a query
     */
    record Beside(String label, String kept, String rows) {}

    /**
     * A kind of requests with its own time.
     *
     * @param code what the requests have as their espace
     * @param label in French, as legal pages name them
     * @param over phases after which nothing is expected any more: time counts from the last change
     */
    record Kind(String code, String label, Set<Phase> over) {

        /** Requests that are over once they are resolved, closed or cancelled. */
        public static Kind of(String code, String label) {
            return new Kind(code, label, Set.of(Phase.RESOLVED, Phase.CLOSED, Phase.CANCELLED));
        }

        /** Requests whose success is a right that lasts: only those that came to nothing are over. */
        public static Kind unsuccessful(String code, String label) {
            return new Kind(code, label, Set.of(Phase.CLOSED, Phase.CANCELLED));
        }
    }
}
