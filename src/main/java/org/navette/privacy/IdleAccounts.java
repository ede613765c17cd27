package org.navette.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Account;
import org.navette.accounts.EspaceLogins;
import org.navette.accounts.IdleAccountRows;
import org.navette.accounts.IdleAccountRows.Figures;
import org.navette.mail.Letter;
import org.navette.mail.Outbox;
import org.navette.portal.Formats;
import org.navette.retention.RetentionFigures;
import org.navette.retention.RetentionFigures.OfKind;
import org.navette.retention.RetentionTimes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends accounts that nobody signs in to (COMM-05): their person is told, and a month later they are anonymised as on
 * demand. What something still needs stays: above all the only account of a structure that waits for an answer.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class IdleAccounts {

    private static final String TEMPLATE = "retention/idle-account";

    private final IdleAccountRows rows;
    private final Erasures erasures;
    private final Subjects subjects;
    private final RetentionTimes times;
    private final Outbox outbox;
    private final EspaceLogins espaces;
    private final Formats formats;
    private final Clock clock;

    IdleAccounts(
            IdleAccountRows rows,
            Erasures erasures,
            Subjects subjects,
            RetentionTimes times,
            Outbox outbox,
            EspaceLogins espaces,
            Formats formats,
            Clock clock) {
        this.rows = rows;
        this.erasures = erasures;
        this.subjects = subjects;
        this.times = times;
        this.outbox = outbox;
        this.espaces = espaces;
        this.formats = formats;
        this.clock = clock;
    }

    /** Tells the next persons that their account ends, and when; returns how many accounts were looked at. */
    int announce(int batch) {
        List<Account> idle = rows.toAnnounce(ago(times.accounts().minus(times.noticed())), ago(times.noticed()), batch);
        for (Account account : idle) {
            if (stays(account)) {
                rows.kept(account.id());
            } else {
                rows.announced(account.id());
                write(account);
            }
        }
        return idle.size();
    }

    /** Ends the next accounts that were announced long enough ago; returns how many were looked at. */
    int close(int batch) {
        List<Account> idle = rows.toEnd(ago(times.accounts()), ago(times.noticed()), ago(times.noticed()), batch);
        for (Account account : idle) {
            // one by one: of the last two of a structure, the first may go and the second must then stay
            if (stays(account)) {
                rows.kept(account.id());
            } else {
                erasures.forget(account);
            }
        }
        return idle.size();
    }

    private boolean stays(Account account) {
        return erasures.staying(account.id()).isPresent()
                || subjects.espace(account.id())
                        .map(espace -> subjects.anyOpen(espace.aloneFor(account.id())))
                        .orElse(true);
    }

    /** Who may not sign in any more is told nothing. */
    private void write(Account account) {
        if (!account.active() || account.email().isBlank()) {
            return;
        }
        outbox.queue(new Letter(
                TEMPLATE + ":" + account.id() + ":" + clock.instant(),
                TEMPLATE,
                account.email(),
                Map.of(
                        "espace", account.espace(),
                        "firstName", account.firstName(),
                        "lastName", account.lastName(),
                        "months", times.accounts().toTotalMonths(),
                        "closedOn", formats.day(LocalDate.now(clock).plus(times.noticed())),
                        "home", espaces.of(account.espace()).home()),
                null));
    }

    /** For the data officer's page. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    OfKind figures() {
        Figures figures = rows.figures(ago(times.accounts().minus(times.noticed())), RetentionFigures.MOST);
        return new OfKind(
                "Comptes inutilisés",
                RetentionTimes.french(times.accounts()),
                figures.used(),
                figures.idle(),
                figures.announced(),
                figures.erased(),
                next(figures));
    }

    /** Nothing ends before its time, nor before it was announced long enough ago; tonight announces first. */
    private @Nullable LocalDate next(Figures figures) {
        if (figures.oldest() == null) {
            return null;
        }
        LocalDate due = day(figures.oldest()).plus(times.accounts());
        LocalDate noticed = (figures.told() == null ? LocalDate.now(clock) : day(figures.told())).plus(times.noticed());
        return due.isAfter(noticed) ? due : noticed;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    private Instant ago(Period period) {
        return ZonedDateTime.now(clock).minus(period).toInstant();
    }
}
