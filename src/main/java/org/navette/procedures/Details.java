package org.navette.procedures;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.navette.engine.Phase;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Block;
import org.navette.procedures.process.ProcedureProcess;
import org.navette.requests.Exchange;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.navette.requests.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a request for its detail page. */
@Component("procedureDetails")
@Transactional(readOnly = true)
public class Details {

    private final Requests requests;
    private final ProcedureRows rows;
    private final Reading reading;
    private final Kinds kinds;
    private final FileStore files;
    private final Exchange exchange;
    private final Timeline timeline;
    private final Clock clock;

    Details(
            Requests requests,
            ProcedureRows rows,
            Reading reading,
            Kinds kinds,
            FileStore files,
            Exchange exchange,
            Timeline timeline,
            Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.reading = reading;
        this.kinds = kinds;
        this.files = files;
        this.exchange = exchange;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * A request as its page shows it.
     *
     * @param blocks what was answered, by the forms' own labels
     * @param thread what agents wrote
     * @param sent the company's documents
     * @param received results
     * @param labels of documents, by a file's step
     * @param replaced when a document was replaced by another, by the file's id
     * @param canCorrect whether this person may correct it now
     * @param canRestart whether this person may begin anew from it
     */
    public record Detail(
            Request request,
            ProcedureRequest own,
            List<Block> blocks,
            List<Exchange.Message> thread,
            List<StoredFile> sent,
            List<StoredFile> received,
            Map<String, String> labels,
            Map<UUID, Instant> replaced,
            List<Timeline.Entry> timeline,
            Instant now,
            boolean canCorrect,
            boolean canRestart) {

        /** True for a request that went without follow-up. */
        public boolean isAbandoned() {
            return request.phase() == Phase.CLOSED && !request.statusCode().equals(Overview.REFUSED);
        }
    }

    /** A request of the company; nothing when it is another's, or was cancelled. */
    public Optional<Detail> of(Office office, String number) {
        return requests.find(office.scope(), number).map(request -> detail(office, request));
    }

    /** A file of a request of the company, whichever side has sent it. */
    public Optional<StoredFile> file(Office office, String number, UUID file) {
        return requests.find(office.scope(), number).flatMap(request -> files.find(request.id(), file));
    }

    private Detail detail(Office office, Request request) {
        ProcedureRequest own = rows.get(request.id());
        List<StoredFile> all = files.of(request.id());
        return new Detail(
                request,
                own,
                reading.blocks(own.kind(), own.content()),
                exchange.of(request.id()),
                of(all, Direction.SENT),
                of(all, Direction.RECEIVED),
                new HashMap<>(kinds.find(own.kind())
                        .map(kind -> Documents.labels(kind.documents()))
                        .orElse(Map.of())),
                Replacements.of(all, rows.corrections(request.id())),
                timeline.forPartners(request.id()),
                clock.instant(),
                office.canAct() && own.asked() != null && request.allows(ProcedureProcess.CORRECT),
                office.canAct()
                        && request.phase() == Phase.CLOSED
                        && kinds.find(office, own.kind()).isPresent());
    }

    private static List<StoredFile> of(List<StoredFile> all, Direction direction) {
        return all.stream()
                .filter(file -> direction.name().equals(file.direction()))
                .toList();
    }
}
