package org.navette.directory;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The conventions of structures. */
public interface Conventions extends Repository<Convention, UUID> {

    Convention save(Convention convention);

    /** All conventions of a structure with their organisms, by the organism's name, the older first. */
    @Query("select c from Convention c join fetch c.organism o where c.structureId = :structure"
            + " order by o.name, c.startsOn")
    List<Convention> of(UUID structure);

    /** The conventions of a structure with one organism, the older first. */
    @Query("select c from Convention c join fetch c.organism o where c.structureId = :structure and o.code = :organism"
            + " order by c.startsOn")
    List<Convention> between(UUID structure, String organism);

    /** The same of several structures, in one question. */
    @Query(
            "select c from Convention c join fetch c.organism o where c.structureId in :structures and o.code = :organism"
                    + " order by c.startsOn")
    List<Convention> between(Collection<UUID> structures, String organism);
}
