package org.navette.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** A body whose professionals file requests: an association, a CCAS, a hospital's social service. */
@Entity
public class Structure {

    @Id
    private UUID id;

    private String name;

    /** For JPA. */
    protected Structure() {
        this(new UUID(0, 0), "");
    }

    public Structure(UUID id, String name) {
        this.id = id;
        this.name = name;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }
}
