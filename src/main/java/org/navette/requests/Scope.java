package org.navette.requests;

import java.util.UUID;

/**
 * What a person may see: the requests of one structure to one organism in one espace. Every query takes it.
 *
 * @param espace the espace's code
 * @param organism the organism's code
 * @param structure the structure's id
 */
public record Scope(String espace, String organism, UUID structure) {}
