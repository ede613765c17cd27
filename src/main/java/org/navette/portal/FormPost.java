package org.navette.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form page as it comes back; every part can be missing or wrong.
 *
 * @param submission the key that was made when the page was opened
 * @param form the version of the form that was shown
 * @param answers a JSON object
 * @param files ids, separated by commas
 */
public record FormPost(
        @Nullable String submission, @Nullable String form, @Nullable String answers, @Nullable String files) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The key; a new one when the page sent none, so that a crafted post cannot do more than a new form. */
    public UUID key() {
        return uuid(submission) == null ? UUID.randomUUID() : Objects.requireNonNull(uuid(submission));
    }

    public String definitionId() {
        return Objects.requireNonNullElse(form, "");
    }

    /** True when the answers are a JSON object; what is cut or missing must not replace what was kept. */
    public boolean isReadable() {
        try {
            return answers != null && JSON.readTree(answers).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** The answers; none when they are not a JSON object, so that every required field then says so. */
    public Map<String, Object> values() {
        try {
            Map<String, Object> values =
                    JSON.readValue(Objects.requireNonNullElse(answers, "{}"), new TypeReference<>() {});
            return Objects.requireNonNullElse(values, Map.of());
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    /** The files' ids; what is no id is left out. */
    public List<UUID> fileIds() {
        return Arrays.stream(Objects.requireNonNullElse(files, "").split(","))
                .map(FormPost::uuid)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
