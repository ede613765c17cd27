package org.navette.directory;

import java.time.Instant;

/**
 * What an accepted request changed in a company.
 *
 * @param request the request's number
 * @param text what was changed, as people read it; names nobody
 */
public record CompanyChange(Instant at, String request, String text) {}
