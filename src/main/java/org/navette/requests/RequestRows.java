package org.navette.requests;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RequestRows extends Repository<Request, Long> {

    Request save(Request request);

    Optional<Request> findByNumber(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Request r where r.number = :number")
    Optional<Request> lock(String number);

    @Query("select r from Request r where r.number = :number and r.espace = :espace"
            + " and r.organismCode = :organism and r.structureId = :structure and r.phase <> 'CANCELLED'")
    Optional<Request> find(String espace, String organism, UUID structure, String number);

    /** For a structure that becomes another one; a newcomer's few. */
    @Query("select r from Request r where r.espace = :espace and r.organismCode = :organism"
            + " and r.structureId = :structure")
    List<Request> of(String espace, String organism, UUID structure);

    @Query("select count(r) from Request r where r.espace = :espace and r.structureId = :structure"
            + " and r.organismCode = :organism and r.phase in ('WITH_US', 'WITH_PARTNER')")
    long countOpen(String espace, String organism, UUID structure);

    @Query("select count(r) from Request r where r.espace = :espace and r.phase in ('WITH_US', 'WITH_PARTNER')")
    long countOpen(String espace);

    @Query("select max(r.resolvedAt) from Request r where r.espace = :espace and r.structureId = :structure"
            + " and r.organismCode = :organism and r.resolvedAt is not null")
    @Nullable
    Instant lastResolution(String espace, String organism, UUID structure);
}
