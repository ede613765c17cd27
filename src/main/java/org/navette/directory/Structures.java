package org.navette.directory;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

/** The structures, by id. */
public interface Structures extends CrudRepository<Structure, UUID> {

    /** A structure whose row is locked until the end of the transaction: what is counted for it stays true. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Structure s where s.id = :id")
    Optional<Structure> lock(UUID id);
}
