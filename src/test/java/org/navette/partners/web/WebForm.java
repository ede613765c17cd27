package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.Browser;
import org.springframework.web.util.HtmlUtils;

/** A form page of the portal, read and sent as the page's script would. */
record WebForm(Browser browser, Browser.Page page) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Opens a form page; fails when the address shows none. */
    static WebForm open(Browser browser, String path) {
        Browser.Page page = browser.get(path);
        if (page.status() != 200 || !page.body().contains("data-navette-form")) {
            throw new AssertionError("no form at " + path + ": " + page.status() + " " + page.location());
        }
        return new WebForm(browser, page);
    }

    /** The deposit form of an offer. */
    static WebForm deposit(Browser browser, String offer) {
        return open(browser, Paths.DEPOSIT + "/" + offer);
    }

    /** The form that came back with one message; fails when it did not. */
    WebForm refused(Browser.Page answer, String field, String message) {
        assertThat(answer.status()).isEqualTo(422);
        WebForm back = new WebForm(browser, answer);
        assertThat(back.errors()).containsOnlyKeys(field);
        assertThat(back.errors().get(field)).singleElement().asString().contains(message);
        return back;
    }

    /** The key of this form. */
    UUID submission() {
        return UUID.fromString(hidden("submission"));
    }

    /** Sends the form with these answers. */
    Browser.Page send(Map<String, ?> answers, UUID... files) {
        return sendFields(Map.of("answers", json(answers), "files", join(files)));
    }

    /** Sends the form's hidden fields, some of them replaced. */
    Browser.Page sendFields(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("submission", hidden("submission"));
        all.put("form", hidden("form"));
        all.put("scope", hidden("scope"));
        all.putAll(fields);
        return browser.post(page.path(), all);
    }

    /** Sends one file to where the form says, as the page's script does. */
    Browser.Page upload(String name, byte[] content) {
        return script(() -> browser.upload(uploadUrl(), "file", name, "application/octet-stream", content));
    }

    /** Does something with the header by which our scripts ask for JSON. */
    Browser.Page script(Supplier<Browser.Page> call) {
        browser.header("Accept", "application/json");
        try {
            return call.get();
        } finally {
            browser.header("Accept", "text/html");
        }
    }

    /** Where files go; fails when the form takes none. */
    String uploadUrl() {
        return data("upload-url");
    }

    boolean takesFiles() {
        return page.body().contains("data-upload-url=");
    }

    /** The messages of the server, per field. */
    Map<String, List<String>> errors() {
        return read(data("errors"), new TypeReference<>() {});
    }

    /** What the fields hold when the page opens. */
    Map<String, Object> answers() {
        return read(data("answers"), new TypeReference<>() {});
    }

    /** The labels of a list of choices. */
    List<String> choices(String valuesKey) {
        Map<String, List<Map<String, String>>> context = read(data("context"), new TypeReference<>() {});
        return context.getOrDefault(valuesKey, List.of()).stream()
                .map(option -> option.get("label"))
                .toList();
    }

    /** The files that the page shows as sent already. */
    List<Map<String, Object>> files() {
        return read(data("upload-files"), new TypeReference<>() {});
    }

    /** How many files may be sent in all. */
    int maxFiles() {
        Map<String, Object> rules = read(data("upload-rules"), new TypeReference<>() {});
        return (int) rules.get("maxCount");
    }

    private String data(String name) {
        return found(" data-" + name + "=\"([^\"]*)\"");
    }

    private String hidden(String name) {
        return found("name=\"" + name + "\" value=\"([^\"]*)\"");
    }

    private String found(String pattern) {
        var found = Pattern.compile(pattern).matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + page.path() + " (" + page.status() + ")");
        }
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    /** The id of an uploaded file, as the answer to the upload tells it. */
    static UUID id(Browser.Page uploaded) {
        if (uploaded.status() != 201) {
            throw new AssertionError("not taken: " + uploaded.status() + " " + uploaded.body());
        }
        return UUID.fromString(text(uploaded, "id"));
    }

    /** A text of a JSON answer; null when it holds none of this name. */
    static @Nullable String text(Browser.Page answer, String name) {
        Map<String, Object> fields = read(answer.body(), new TypeReference<>() {});
        return fields.get(name) == null ? null : fields.get(name).toString();
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String join(UUID... files) {
        return Arrays.stream(files).map(UUID::toString).collect(Collectors.joining(","));
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }
}
