package org.navette.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;

/**
 * Limits that must agree with each other.
 *
 * @param file the largest file that may be sent
 * @param request the largest request
 * @param swallowed how much of a request that is too large is read, so that its answer arrives; all when negative
 * @param heap of this node
 * @param pool connections to the database that this node may have
 * @param nodes how many nodes share the database
 * @param connections that the database gives to those who are no superusers
 * @param silence how long a connection may be silent before it is given up
 * @param lock how long a node holds a job before others may take it
 */
record Limits(
        DataSize file,
        DataSize request,
        DataSize swallowed,
        DataSize heap,
        int pool,
        int nodes,
        int connections,
        Duration silence,
        Duration lock) {

    /** Files are copied in memory while they are checked, by several people at once. */
    private static final int FILES_IN_HEAP = 20;

    /** What does not agree, one sentence each, with the settings to change; nothing when all is well. */
    List<String> disagreements() {
        List<String> found = new ArrayList<>();
        if (file.isNegative() || request.isNegative()) {
            found.add("What is sent needs a limit: set spring.servlet.multipart.max-file-size and max-request-size.");
            return found;
        }
        if (file.compareTo(request) > 0) {
            found.add("A file may have %s, but a request only %s: raise spring.servlet.multipart.max-request-size above"
                            .formatted(megabytes(file), megabytes(request))
                    + " spring.servlet.multipart.max-file-size.");
        }
        if (!swallowed.isNegative() && request.compareTo(swallowed) > 0) {
            found.add(
                    "A request may have %s, but only %s of one that is refused are read, and its answer would be lost:"
                                    .formatted(megabytes(request), megabytes(swallowed))
                            + " raise server.tomcat.max-swallow-size above spring.servlet.multipart.max-request-size.");
        }
        if (heap.toBytes() < FILES_IN_HEAP * file.toBytes()) {
            found.add("Files of %s need a heap of %d MB, and this one has %s: raise -Xmx or lower"
                            .formatted(megabytes(file), FILES_IN_HEAP * file.toMegabytes(), megabytes(heap))
                    + " spring.servlet.multipart.max-file-size.");
        }
        if (pool * nodes > connections) {
            found.add("%d nodes with %d connections each need more than the %d that the database gives: lower"
                            .formatted(nodes, pool, connections)
                    + " spring.datasource.hikari.maximum-pool-size, or raise max_connections of PostgreSQL"
                    + " (navette.operations.nodes says how many nodes there are).");
        }
        if (lock.compareTo(silence) <= 0) {
            found.add("A job is given to another node after %d s, while this one may still wait for the database for %d"
                            .formatted(lock.toSeconds(), silence.toSeconds())
                    + " s: raise camunda.bpm.job-execution.lock-time-in-millis above socketTimeout of"
                    + " spring.datasource.hikari.data-source-properties.");
        }
        return found;
    }

    private static String megabytes(DataSize size) {
        return size.toMegabytes() + " MB";
    }
}
