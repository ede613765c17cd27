package org.navette.requests;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A form as it was sent.
 *
 * @param key made when the form was opened; the same form sent twice counts once, and its files lie in the bucket of
 *     this name
 * @param formDefinitionId the version of the form that was shown
 * @param answers as received, nothing is trusted
 * @param files ids of the files that were uploaded while typing
 */
public record Submission(UUID key, String formDefinitionId, Map<String, Object> answers, List<UUID> files) {}
