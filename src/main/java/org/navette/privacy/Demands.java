package org.navette.privacy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Agents;
import org.navette.engine.TaskRefused;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.privacy.Demand.Kind;
import org.navette.requests.Actor;
import org.navette.requests.NewRequest;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.navette.requests.Scope;
import org.navette.retention.Sought;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What persons ask the data officer for: opened, decided, listed. Each is a request of the register, so that it has a
 * number, a timeline that is its journal, and a dossier; no name stands in it.
 */
@Component
@Transactional
public class Demands {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int LISTED = 50;

    private final Requests requests;
    private final DemandRows rows;
    private final FileStore files;

    Demands(Requests requests, DemandRows rows, FileStore files) {
        this.requests = requests;
        this.rows = rows;
        this.files = files;
    }

    /** How the identity of who asks was checked. */
    enum Identity {
        PAPER,
        ACCOUNT,
        NONE
    }

    /**
     * Opens a demand about an account or about a person without one, for the data officer.
     *
     * @param email where the person is told what becomes of it; null when that is unknown
     * @return its number, or that of one about the same that is not done yet
     */
    public String open(
            Kind kind, @Nullable UUID account, @Nullable Sought sought, @Nullable String email, String officer) {
        rows.alone();
        Optional<Demand> same = rows.open(kind, account, sought);
        if (same.isPresent()) {
            return same.get().number();
        }
        Request request = requests.deposit(
                new NewRequest(
                        new Scope(kind.process(), Agents.DATA_PROTECTION, NOBODY),
                        NOBODY,
                        "Délégué à la protection des données",
                        kind.subject(),
                        null),
                new DemandNumbers());
        rows.insert(request.id(), kind, account, sought, email, officer);
        Actor.agent(officer).doing(() -> {
            requests.start(request, kind.process());
            return null;
        });
        return request.number();
    }

    /**
     * Writes what the data officer has decided, in the transaction that ends their task.
     *
     * @return whether it is to be done
     * @throws TaskRefused when it is accepted of somebody whose identity was not checked
     */
    public boolean decide(String number, Map<String, Object> answers) {
        Request request = requests.lock(number);
        boolean accepted = "ACCEPT".equals(answers.get("decision"));
        Identity identity = Identity.valueOf(Objects.toString(answers.get("identity"), "NONE"));
        if (accepted && identity == Identity.NONE) {
            throw new TaskRefused("Vérifiez d’abord l’identité de la personne : rien n’est remis ni effacé sans cela.");
        }
        rows.decide(request.id(), accepted, identity.name(), (String) answers.get("reason"));
        if (!accepted) {
            rows.done(request.id());
        }
        return accepted;
    }

    /** The latest demands. */
    @Transactional(readOnly = true)
    public List<Demand> latest() {
        return rows.latest(LISTED);
    }

    /** The files of a demand's export that can still be downloaded. */
    @Transactional(readOnly = true)
    public List<StoredFile> files(Demand demand) {
        return demand.kind() == Kind.ERASURE || demand.doneAt() == null
                ? List.of()
                : files.of(demand.id()).stream()
                        .filter(file -> file.contentRemovedAt() == null)
                        .toList();
    }

    /** A file of a demand's export. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> file(String number, UUID file) {
        return rows.find(number).flatMap(demand -> files.find(demand.id(), file));
    }
}
