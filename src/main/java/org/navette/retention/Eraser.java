package org.navette.retention;

import java.util.List;
import org.navette.files.FileErasure;
import org.navette.mail.Outbox;
import org.navette.requests.Erasure;
import org.navette.requests.Erasure.Ending;
import org.navette.retention.Retained.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Erases all that is personal in requests (COMM-05), in the caller's transaction: of all of them, or of none. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Eraser {

    private final Erasure erasure;
    private final FileErasure files;
    private final Outbox outbox;

    Eraser(Erasure erasure, FileErasure files, Outbox outbox) {
        this.erasure = erasure;
        this.files = files;
        this.outbox = outbox;
    }

    /** @param held requests of one kind, whose rows the caller has locked; at least one */
    public void erase(Retained espace, Kind kind, List<Ending> held) {
        List<Long> ids = held.stream().map(Ending::id).toList();
        espace.forget(kind, ids);
        files.erase(ids);
        outbox.forget(held.stream().map(Ending::number).toList());
        erasure.erase(ids);
    }
}
