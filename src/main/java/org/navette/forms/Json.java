package org.navette.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes what tables and pages keep as JSON, and reads it back. What people send is read elsewhere: it can be wrong. */
@Component
public class Json {

    private final ObjectMapper json;

    Json(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Plain values as JSON.
     *
     * @throws IllegalArgumentException when they cannot be written
     */
    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * What was written.
     *
     * @throws IllegalStateException when it is no such value
     */
    public <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same for a type with parameters. */
    public <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same for an object. */
    public Map<String, Object> map(String text) {
        return read(text, new TypeReference<>() {});
    }
}
