package org.navette.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.navette.accounts.Account;
import org.navette.accounts.AccountErasure;
import org.navette.files.FileErasure;
import org.navette.mail.Outbox;
import org.navette.privacy.Fates.Fate;
import org.navette.requests.Erasure;
import org.navette.requests.Erasure.Ending;
import org.navette.requests.PersonRequests.Found;
import org.navette.requests.Requests;
import org.navette.retention.Eraser;
import org.navette.retention.PersonalData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases what the law lets go, as retention does: some requests a step, each step a transaction of the engine, then the
 * account.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Erasures {

    static final int BATCH = 25;

    private final Requests requests;
    private final DemandRows rows;
    private final Subjects subjects;
    private final Fates fates;
    private final Eraser eraser;
    private final Erasure erasure;
    private final AccountErasure accounts;
    private final FileErasure files;
    private final Outbox outbox;

    Erasures(
            Requests requests,
            DemandRows rows,
            Subjects subjects,
            Fates fates,
            Eraser eraser,
            Erasure erasure,
            AccountErasure accounts,
            FileErasure files,
            Outbox outbox) {
        this.requests = requests;
        this.rows = rows;
        this.subjects = subjects;
        this.fates = fates;
        this.eraser = eraser;
        this.erasure = erasure;
        this.accounts = accounts;
        this.files = files;
        this.outbox = outbox;
    }

    /**
     * Erases the next requests that name the person. Those that an account has made are its structure's and about others:
     * they only lose its name, when the account goes.
     *
     * @return true when there are more
     */
    public boolean next(String number) {
        requests.lock(number);
        Demand demand = rows.get(number);
        if (demand.account() != null) {
            return false;
        }
        List<Found> found = subjects.requests(demand, demand.reached(), BATCH);
        Map<String, List<Long>> going = new TreeMap<>();
        for (Fate fate : fates.of(found)) {
            if (fate.goes()) {
                going.computeIfAbsent(fate.request().kind(), kind -> new ArrayList<>())
                        .add(fate.request().id());
            }
        }
        int erased = 0;
        for (var ofKind : going.entrySet()) {
            var kind = fates.kind(ofKind.getKey());
            List<Ending> held = erasure.hold(kind.code(), kind.over(), ofKind.getValue());
            if (!held.isEmpty()) {
                eraser.erase(fates.espace(kind.code()), kind, held);
            }
            erased += held.size();
        }
        long reached =
                found.isEmpty() ? demand.reached() : found.get(found.size() - 1).id();
        rows.work(demand.id(), reached, demand.done().plus(erased, 0, 0, found.size() - erased));
        return found.size() == BATCH;
    }

    /**
     * Anonymises the account, unless it must stay, and ends the erasure.
     *
     * @return whether something was kept
     */
    public boolean close(String number) {
        requests.lock(number);
        Demand demand = rows.get(number);
        Optional<Account> account = Optional.ofNullable(demand.account()).flatMap(subjects::account);
        if (account.isPresent()) {
            boolean goes = staying(demand).isEmpty();
            if (goes) {
                forget(account.get());
            }
            demand = demand(demand, goes);
            rows.work(demand.id(), demand.reached(), demand.done());
        }
        rows.done(demand.id());
        return demand.done().kept() > 0;
    }

    private static Demand demand(Demand demand, boolean goes) {
        return new Demand(
                demand.id(),
                demand.number(),
                demand.status(),
                demand.kind(),
                demand.account(),
                demand.sought(),
                demand.email(),
                demand.openedBy(),
                demand.openedAt(),
                demand.accepted(),
                demand.reached(),
                demand.done().plus(0, 0, goes ? 1 : 0, goes ? 0 : 1),
                demand.doneAt());
    }

    /** Anonymises an account and erases what is its alone. */
    void forget(Account account) {
        PersonalData espace = subjects.espace(account.id()).orElseThrow();
        List<String> uploaders = espace.uploaders(account.id());
        if (!uploaders.isEmpty()) {
            files.eraseUnsent(uploaders);
        }
        espace.forget(account.id());
        erasure.anonymise(account.id(), AccountErasure.INSTEAD);
        if (!account.email().isBlank() && !accounts.isShared(account)) {
            outbox.forgetRecipient(account.email());
        }
        accounts.anonymise(account.id());
    }

    /** Why the account stays; nothing when it goes. */
    @Transactional(readOnly = true)
    public Optional<String> staying(Demand demand) {
        return Optional.ofNullable(demand.account()).flatMap(this::staying);
    }

    /** The same of any account. */
    @Transactional(readOnly = true)
    Optional<String> staying(UUID account) {
        Optional<String> kept = subjects.espace(account).flatMap(espace -> espace.keeps(account));
        return kept.isPresent() || !anyOpen(account) ? kept : Optional.of("des demandes en cours en ont besoin");
    }

    private boolean anyOpen(UUID account) {
        long behind = 0;
        while (true) {
            List<Found> some = subjects.requests(account, behind, Subjects.MOST);
            if (fates.of(some).stream().anyMatch(Fate::open)) {
                return true;
            }
            if (some.size() < Subjects.MOST) {
                return false;
            }
            behind = some.get(some.size() - 1).id();
        }
    }
}
