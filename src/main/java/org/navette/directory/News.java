package org.navette.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an organism tells its partners on their home page, from one day to another, both inclusive. */
@Entity
public class News {

    @Id
    private UUID id;

    private String organismCode;
    private String title;
    private String body;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private Instant publishedAt;

    @Nullable
    private Instant withdrawnAt;

    private int version;

    /** For JPA. */
    protected News() {
        this(new UUID(0, 0), "", "", "", LocalDate.EPOCH, LocalDate.EPOCH, Instant.EPOCH);
    }

    public News(
            UUID id,
            String organismCode,
            String title,
            String body,
            LocalDate startsOn,
            LocalDate endsOn,
            Instant publishedAt) {
        this.id = id;
        this.organismCode = organismCode;
        this.title = title;
        this.body = body;
        this.startsOn = startsOn;
        this.endsOn = endsOn;
        this.publishedAt = publishedAt;
    }

    public String title() {
        return title;
    }

    /** Plain text; paragraphs are separated by line breaks. */
    public String body() {
        return body;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public UUID id() {
        return id;
    }

    /** Grows with each change. */
    public int version() {
        return version;
    }

    State state(LocalDate today) {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        if (today.isAfter(endsOn)) {
            return State.PAST;
        }
        return today.isBefore(startsOn) ? State.COMING : State.IN_FORCE;
    }

    /** Whether partners read them. */
    public enum State {
        IN_FORCE,
        COMING,
        PAST,
        /** taken back before their last day */
        WITHDRAWN
    }
}
