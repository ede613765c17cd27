package org.navette;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An ordinary form with fields and one file, as a browser sends it without a script. */
public final class FormWithFile {

    private static final String BOUNDARY = "----navetteBoundary";

    private FormWithFile() {}

    /**
     * Sends one; the browser has read the page of the form before.
     *
     * @param field of the file
     */
    public static Browser.Page send(
            Browser browser,
            String path,
            Map<String, String> fields,
            String field,
            String fileName,
            String type,
            byte[] file) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> write(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                        + "\r\n"));
        write(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n");
        body.writeBytes(file);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return browser.postBody(path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
