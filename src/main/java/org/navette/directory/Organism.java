package org.navette.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A body that answers requests: a CPAM, for example. Its code is also the tenant of its agents. */
@Entity
public class Organism {

    @Id
    private String code;

    private String name;

    /** For JPA. */
    protected Organism() {
        this("", "");
    }

    public Organism(String code, String name) {
        this.code = code;
        this.name = name;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }
}
