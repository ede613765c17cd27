package org.navette.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.UUID;

/** A dated agreement between a structure and an organism. Both dates are inclusive. */
@Entity
public class Convention {

    @Id
    private UUID id;

    private UUID structureId;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "organism_code")
    private Organism organism;

    private LocalDate startsOn;

    private LocalDate endsOn;

    private int technicianLimit;

    /** For JPA. */
    protected Convention() {
        this(new UUID(0, 0), new UUID(0, 0), new Organism(), LocalDate.EPOCH, LocalDate.EPOCH, 0);
    }

    /**
     * A convention.
     *
     * @param technicianLimit how many active technicians the structure may have with this organism
     */
    public Convention(
            UUID id, UUID structureId, Organism organism, LocalDate startsOn, LocalDate endsOn, int technicianLimit) {
        this.id = id;
        this.structureId = structureId;
        this.organism = organism;
        this.startsOn = startsOn;
        this.endsOn = endsOn;
        this.technicianLimit = technicianLimit;
    }

    public UUID id() {
        return id;
    }

    public UUID structureId() {
        return structureId;
    }

    public Organism organism() {
        return organism;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public int technicianLimit() {
        return technicianLimit;
    }

    /** True when it covers one of these days, both inclusive. */
    public boolean overlaps(LocalDate from, LocalDate to) {
        return !startsOn.isAfter(to) && !endsOn.isBefore(from);
    }

    /** Changes its days. That no other convention covers them is the caller's affair. */
    public void reschedule(LocalDate from, LocalDate to) {
        startsOn = from;
        endsOn = to;
    }

    /** Changes how many active technicians there may be. */
    public void limitTechnicians(int limit) {
        technicianLimit = limit;
    }

    /** Where it stands on a day. */
    public State state(LocalDate day) {
        if (day.isBefore(startsOn)) {
            return State.COMING;
        }
        return day.isAfter(endsOn) ? State.OVER : State.IN_FORCE;
    }

    /** Where a convention stands. */
    public enum State {
        COMING,
        IN_FORCE,
        OVER
    }
}
