package org.navette.partners;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The members of structures. */
public interface Members extends Repository<Member, UUID> {

    Member save(Member member);

    @Query("select m from Member m join fetch m.structure left join fetch m.organisms where m.accountId = :account")
    Optional<Member> find(UUID account);

    /** The technicians of a structure with the organisms they are attached to. */
    @Query("select m from Member m left join fetch m.organisms"
            + " where m.structure.id = :structure and m.role = org.navette.partners.Member.Role.TECHNICIAN")
    List<Member> technicians(UUID structure);

    /** The members of a structure; bounded by the conventions' limits. */
    @Query("select m from Member m where m.structure.id = :structure")
    List<Member> of(UUID structure);

    /** The managers of a structure; a few at most. */
    @Query("select m from Member m"
            + " where m.structure.id = :structure and m.role = org.navette.partners.Member.Role.MANAGER")
    List<Member> managers(UUID structure);
}
