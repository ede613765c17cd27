package org.navette.partners;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Structure;

/** What an account is in its structure. */
@Entity
@Table(name = "partner_member")
public class Member {

    @Id
    private UUID accountId;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "structure_id")
    private Structure structure;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Nullable
    private String lastOrganism;

    /** For JPA. */
    protected Member() {
        this(new UUID(0, 0), new Structure(new UUID(0, 0), ""), Role.TECHNICIAN);
    }

    public Member(UUID accountId, Structure structure, Role role) {
        this.accountId = accountId;
        this.structure = structure;
        this.role = role;
    }

    public UUID accountId() {
        return accountId;
    }

    public Structure structure() {
        return structure;
    }

    public Role role() {
        return role;
    }

    /** The code of the organism chosen last, if any. */
    public Optional<String> lastOrganism() {
        return Optional.ofNullable(lastOrganism);
    }

    void choose(String organism) {
        lastOrganism = organism;
    }

    /** Technicians file requests; managers keep the structure's accounts and read. */
    public enum Role {
        TECHNICIAN,
        MANAGER
    }
}
