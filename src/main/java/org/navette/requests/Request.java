package org.navette.requests;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Milestone;
import org.navette.engine.Phase;

/** What every request has, whatever its espace: the row that lists read and that every transition locks first. */
@Entity
public class Request {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String espace;
    private String number;
    private String organismCode;
    private UUID structureId;
    private UUID authorId;
    private String authorName;
    private String subject;

    @Nullable
    private String person;

    private String statusCode;
    private String statusLabel;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    private String actions;
    private Instant statusAt;
    private Instant createdAt;

    @Nullable
    private Instant resolvedAt;

    private String search;

    /** Written by {@link Erasure} alone. */
    @Nullable
    @Column(insertable = false, updatable = false)
    private Instant erasureAnnouncedAt;

    /** For JPA. */
    protected Request() {
        this(new NewRequest(new Scope("", "", new UUID(0, 0)), new UUID(0, 0), "", "", null), "", Instant.EPOCH);
    }

    Request(NewRequest request, String number, Instant now) {
        this.espace = request.scope().espace();
        this.number = number;
        this.organismCode = request.scope().organism();
        this.structureId = request.scope().structure();
        this.authorId = request.authorId();
        this.authorName = request.authorName();
        this.subject = request.subject();
        this.person = request.person();
        // the process's first milestone says the rest, in the same transaction
        this.statusCode = "";
        this.statusLabel = "";
        this.phase = Phase.WITH_US;
        this.actions = "";
        this.statusAt = now;
        this.createdAt = now;
        this.search = SearchText.of(number, request.person());
    }

    void reach(Milestone milestone, Instant now) {
        statusCode = milestone.code();
        statusLabel = milestone.label();
        phase = milestone.phase();
        actions = String.join(",", milestone.actions());
        statusAt = now;
        if (phase == Phase.RESOLVED) {
            resolvedAt = now;
        }
    }

    /** Another structure's from now on. */
    void handTo(UUID structure) {
        structureId = structure;
    }

    public long id() {
        return id;
    }

    public String number() {
        return number;
    }

    public Scope scope() {
        return new Scope(espace, organismCode, structureId);
    }

    public UUID authorId() {
        return authorId;
    }

    public String authorName() {
        return authorName;
    }

    /** What it is about, as the history shows it. */
    public String subject() {
        return subject;
    }

    /** The person concerned, if any. */
    public @Nullable String person() {
        return person;
    }

    public String statusCode() {
        return statusCode;
    }

    public String statusLabel() {
        return statusLabel;
    }

    public Phase phase() {
        return phase;
    }

    /** What the model lets the partner do now. */
    public List<String> actions() {
        return actions.isEmpty() ? List.of() : List.of(actions.split(","));
    }

    public boolean allows(String action) {
        return actions().contains(action);
    }

    public Instant statusAt() {
        return statusAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When its author was told that it will be erased; null before. Older than the status, it counts no more. */
    public @Nullable Instant erasureAnnouncedAt() {
        return erasureAnnouncedAt;
    }
}
