package org.navette.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.navette.files.Direction;
import org.navette.files.FileErasure;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.privacy.Demand.Done;
import org.navette.requests.PersonRequests.Found;
import org.navette.requests.Request;
import org.navette.requests.RequestContents;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes exports in parts: each is one step of the process, short whatever there is, and counts as a whole. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Exports {

    /** Requests of a part, and bytes after which no further one begins. */
    static final int REQUESTS = 50;

    static final long BYTES = 50L << 20;

    /** How long the data officer can fetch it; the diagram waits as long. */
    static final Duration AVAILABLE = Duration.ofDays(7);

    private final Requests requests;
    private final DemandRows rows;
    private final Subjects subjects;
    private final RequestContents contents;
    private final ExportWriter writer;
    private final FileStore files;
    private final FileErasure erasure;
    private final Clock clock;

    Exports(
            Requests requests,
            DemandRows rows,
            Subjects subjects,
            RequestContents contents,
            ExportWriter writer,
            FileStore files,
            FileErasure erasure,
            Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.subjects = subjects;
        this.contents = contents;
        this.writer = writer;
        this.files = files;
        this.erasure = erasure;
        this.clock = clock;
    }

    /**
     * Makes the next part.
     *
     * @return true when there is more
     */
    public boolean next(String number) {
        Request request = requests.lock(number);
        Demand demand = rows.get(number);
        List<Found> candidates = subjects.requests(demand, demand.reached(), REQUESTS + 1);
        List<Found> part = new ArrayList<>();
        int count = 0;
        long bytes = 0;
        for (Found candidate : candidates) {
            if (part.size() == REQUESTS || bytes > BYTES) {
                break;
            }
            part.add(candidate);
            List<StoredFile> added = demand.account() == null ? List.of() : contents.files(candidate.id());
            count += added.size();
            bytes += added.stream().mapToLong(StoredFile::size).sum();
        }
        boolean first = demand.reached() == 0;
        int rank = files.of(request.id()).size() + 1;
        String name = "export-" + number + "-" + rank + ".zip";
        try {
            files.make(
                    request.id(),
                    Direction.INTERNAL,
                    "export",
                    name,
                    "application/zip",
                    clock.instant().plus(AVAILABLE),
                    out -> writer.write(demand, part, first, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Done done = demand.done().plus(part.size(), count, first && demand.account() != null ? 1 : 0, 0);
        rows.work(
                demand.id(),
                part.isEmpty() ? demand.reached() : part.get(part.size() - 1).id(),
                done);
        boolean more = part.size() < candidates.size();
        if (!more) {
            rows.done(demand.id());
        }
        return more;
    }

    /** Removes what was made; that it was stays. */
    public void purge(String number) {
        erasure.erase(List.of(requests.lock(number).id()));
    }
}
