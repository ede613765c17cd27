package org.navette.partners;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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

    @ElementCollection
    @CollectionTable(name = "partner_member_organism", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "organism_code")
    private Set<String> organisms = new HashSet<>();

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

    /** Codes of the organisms that a technician is attached to; a manager needs none. */
    public Set<String> organisms() {
        return Set.copyOf(organisms);
    }

    /** True when this member may work with an organism of the structure: a technician with those of their own. */
    public boolean reaches(String organism) {
        return role == Role.MANAGER || organisms.contains(organism);
    }

    /** Attaches a technician to an organism. Whether there is room is the caller's affair. */
    public void attachTo(String organism) {
        organisms.add(organism);
    }

    /** Leaves a technician no other organisms than these. */
    void attachOnlyTo(Set<String> codes) {
        organisms.retainAll(codes);
        organisms.addAll(codes);
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
