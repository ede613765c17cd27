package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A page with a form, read and sent as the page's script would. */
public record FormOverHttp(Browser browser, Browser.Page page) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Opens a page; fails when the address shows no form. */
    public static FormOverHttp open(Browser browser, String path) {
        Browser.Page page = browser.get(path);
        if (page.status() != 200 || !page.body().contains("data-navette-form")) {
            throw new AssertionError("no form at " + path + ": " + page.status() + " " + page.location());
        }
        return new FormOverHttp(browser, page);
    }

    /** Sends the page with these answers, and the version that it shows. */
    public Browser.Page send(Map<String, ?> answers) {
        return send(json(answers), version());
    }

    /** The same with answers and version as they are. */
    public Browser.Page send(String answers, String version) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("submission", hidden("submission"));
        fields.put("form", hidden("form"));
        fields.put("version", version);
        fields.put("answers", answers);
        return browser.post(page.path(), fields);
    }

    /** The version that the page shows; empty where forms have none. */
    private String version() {
        return page.body().contains("name=\"version\"") ? hidden("version") : "";
    }

    /** Keeps answers as the page does every half minute. */
    public Browser.Page keep(Map<String, ?> answers) {
        return keep(json(answers), version());
    }

    /** The same with answers and version as they are. */
    public Browser.Page keep(String answers, String version) {
        return browser.put(data("autosave-url"), Map.of("answers", answers, "version", version));
    }

    /** Sends one wrong value among these answers: it is refused beside its field, and all that was typed is kept. */
    public void refuses(String field, Object value, Map<String, ?> answers) {
        Map<String, Object> typed = new LinkedHashMap<>(answers);
        typed.put(field, value);
        Browser.Page answer = send(typed);
        assertThat(answer.status()).isEqualTo(422);
        var shown = new FormOverHttp(browser, answer);
        assertThat(shown.errors()).containsOnlyKeys(field);
        assertThat(shown.answers()).containsAllEntriesOf(typed);
    }

    /** The messages of the server, per field. */
    public Map<String, List<String>> errors() {
        return read(data("errors"), new TypeReference<>() {});
    }

    /** What the fields hold when the page opens. */
    public Map<String, Object> answers() {
        return read(data("answers"), new TypeReference<>() {});
    }

    public String hidden(String name) {
        return found(page, "name=\"" + name + "\" value=\"([^\"]*)\"");
    }

    private String data(String name) {
        return found(page, " data-" + name + "=\"([^\"]*)\"");
    }

    /** Where the files of a document go, as the page of documents at this path says. */
    public static String uploadUrl(Browser browser, String documents, String document) {
        Browser.Page page = browser.get(documents);
        return found(page, "data-upload-url=\"([^\"]*/" + document + "/fichiers/[^\"]*)\"");
    }

    private static String found(Browser.Page page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + page.path() + " (" + page.status() + ")");
        }
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }
}
