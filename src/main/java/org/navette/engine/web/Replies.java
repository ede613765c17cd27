package org.navette.engine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;

/** Answers in the shape that the engine's REST interface has, which Tasklist and Modeler show. */
final class Replies {

    static final String NOT_OPEN = "Cette action n'est pas ouverte dans cette application.";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Replies() {}

    /** An error with a French message for the person. */
    static void refuse(HttpServletResponse response, int status, String type, String message) throws IOException {
        write(response, status, Map.of("type", type, "message", message));
    }

    static void write(HttpServletResponse response, int status, Object body) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        JSON.writeValue(response.getOutputStream(), body);
    }
}
