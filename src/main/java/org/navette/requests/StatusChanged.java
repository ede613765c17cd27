package org.navette.requests;

import java.util.Map;
import org.navette.engine.Milestone;

/**
 * Published, in the same transaction, when a request has a new status.
 *
 * @param request the request, locked
 * @param milestone what it reached
 * @param seq the entry's place in the timeline; with the number it names this occurrence
 * @param variables the routing facts of the process at that moment
 */
public record StatusChanged(Request request, Milestone milestone, int seq, Map<String, Object> variables) {}
