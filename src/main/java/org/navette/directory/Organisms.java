package org.navette.directory;

import org.springframework.data.repository.CrudRepository;

/** The organisms, by code. */
public interface Organisms extends CrudRepository<Organism, String> {}
