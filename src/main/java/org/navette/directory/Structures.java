package org.navette.directory;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

/** The structures, by id. */
public interface Structures extends CrudRepository<Structure, UUID> {}
