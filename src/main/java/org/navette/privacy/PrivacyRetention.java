package org.navette.privacy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.navette.accounts.Throttle;
import org.navette.directory.Journal;
import org.navette.mail.Outbox;
import org.navette.retention.Retained;
import org.navette.retention.RetentionFigures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is common to all espaces and kept for a time only: what persons asked the data officer for, mails about no request,
 * names in journals, tries to sign in, accounts that nobody uses. */
@Component
class PrivacyRetention implements Retained {

    private final DemandRows rows;
    private final Outbox outbox;
    private final Throttle throttle;
    private final Journal journal;
    // asked for late: it knows all that is retained, this among it
    private final ObjectProvider<IdleAccounts> accounts;

    PrivacyRetention(
            DemandRows rows, Outbox outbox, Throttle throttle, Journal journal, ObjectProvider<IdleAccounts> accounts) {
        this.rows = rows;
        this.outbox = outbox;
        this.throttle = throttle;
        this.journal = journal;
        this.accounts = accounts;
    }

    @Override
    public String process() {
        return "common-retention";
    }

    @Override
    public String espace() {
        return COMMON;
    }

    @Override
    public List<Retained.Kind> kinds() {
        return List.of(
                Retained.Kind.unsuccessful(Demand.Kind.EXPORT.process(), "Demandes d’export"),
                Retained.Kind.unsuccessful(Demand.Kind.ERASURE.process(), "Demandes d’effacement"));
    }

    @Override
    public void forget(Retained.Kind kind, List<Long> requests) {
        rows.forget(requests);
    }

    @Override
    public List<Beside> beside() {
        String usual = "La durée usuelle, comme les demandes.";
        return List.of(
                new Beside("Courriels qui ne parlent d’aucune demande", usual, "mail_outbox where reference is null"),
                new Beside(
                        "Noms dans le journal des superviseurs",
                        usual + " Ce qui a été changé reste.",
                        "supervision_journal where name <> ''"),
                new Beside(
                        "Sessions ouvertes",
                        "30 minutes sans activité, et jamais plus d’une journée.",
                        "spring_session"),
                new Beside(
                        "Tentatives de connexion, sous forme d’empreintes",
                        "24 heures après la dernière.",
                        "login_attempt"));
    }

    @Override
    public int announceOthers(int batch) {
        return accounts.getObject().announce(batch);
    }

    @Override
    public int eraseOthers(int batch) {
        return accounts.getObject().close(batch);
    }

    @Override
    public List<RetentionFigures.OfKind> others() {
        return List.of(accounts.getObject().figures());
    }

    @Override
    public int forgetOlder(Instant before, int batch) {
        return IntStream.of(
                        outbox.forgetOlder(before, batch),
                        throttle.forgetExpired(batch),
                        journal.forgetNames(before, batch))
                .max()
                .orElse(0);
    }
}
