package org.navette;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A browser without a screen: it keeps cookies, sends the CSRF token of the last page it saw and follows no redirect by
 * itself. Each has an address of its own, so that throttling in one test is not felt in another.
 */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*?value=\"([^\"]+)\"");
    private static final Pattern CSRF_META =
            Pattern.compile("(?:name=\"csrf-token\"[^>]*?content|data-csrf)=\"([^\"]+)\"");
    private static final Pattern H1 = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Map<String, String> cookies = new HashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final String origin;
    private @Nullable String csrf;

    /** @param port the application's, {@code @LocalServerPort} */
    public Browser(int port) {
        origin = "http://localhost:" + port;
        headers.put("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        from("198.18." + ThreadLocalRandom.current().nextInt(256) + "."
                + ThreadLocalRandom.current().nextInt(256));
    }

    /** One answer. */
    public record Page(int status, String path, String body, HttpHeaders headers) {

        /** Where the answer sends the browser, as a path with its query; null when nowhere. */
        public @Nullable String location() {
            return headers.firstValue("Location")
                    .map(location -> location.replaceFirst("^https?://localhost:\\d+", ""))
                    .orElse(null);
        }

        public @Nullable String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        /** The text of the first heading; empty when there is none. */
        public String heading() {
            var heading = H1.matcher(body);
            return heading.find() ? text(heading.group(1)) : "";
        }

        /** What a person reads of the page: no tags, entities resolved, blanks joined. */
        public String text() {
            return text(body.replaceFirst("(?s)<head.*?</head>", ""));
        }

        private static String text(String html) {
            return org.springframework.web.util.HtmlUtils.htmlUnescape(html.replaceAll("<[^>]*>", " "))
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }

    /** The requests come from this address from now on. */
    public Browser from(String address) {
        return header("X-Forwarded-For", address);
    }

    /** Sends a header with each request from now on. */
    public Browser header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Page get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    public Page delete(String path) {
        return send(path, withToken(HttpRequest.newBuilder().DELETE()));
    }

    /** Sends a form with the CSRF token of the last page that had one. */
    public Page post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (csrf != null) {
            all.putIfAbsent("_csrf", csrf);
        }
        return postWithoutToken(path, all);
    }

    public Page postWithoutToken(String path, Map<String, String> fields) {
        return send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields))));
    }

    /** Sends a form as a script does that keeps what is being typed: the CSRF token in the header. */
    public Page put(String path, Map<String, String> fields) {
        return send(
                path,
                withToken(HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .PUT(BodyPublishers.ofString(form(fields)))));
    }

    /** Sends one file as a script does: multipart, the CSRF token in the header. */
    public Page upload(String path, String field, String fileName, String type, byte[] content) {
        String boundary = "navette" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return postBody(path, "multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    /** Sends any body as a script does, the CSRF token in the header. */
    public Page postBody(String path, String contentType, byte[] body) {
        return send(
                path,
                withToken(HttpRequest.newBuilder()
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(body))));
    }

    /** Sends JSON, or nothing, as a script does, the CSRF token in the header. */
    public Page json(String method, String path, @Nullable String body) {
        var request = HttpRequest.newBuilder()
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send(path, withToken(body == null ? request : request.header("Content-Type", "application/json")));
    }

    /** Goes where the answer sends, if it does, up to five times. */
    public Page follow(Page answer) {
        Page page = answer;
        for (int i = 0; i < 5 && page.location() != null; i++) {
            page = get(page.location());
        }
        return page;
    }

    /**
     * Signs in through the login page.
     *
     * @param prefix the espace's, {@code /partenaires}
     * @return the answer to the login form: a redirect when it was accepted
     */
    public Page signIn(String prefix, String login, String password) {
        get(prefix + "/connexion");
        return post(prefix + "/connexion", Map.of("login", login, "password", password));
    }

    /** A cookie's value, or null. */
    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    /** The session's id as the server stores it, or null. */
    public @Nullable String sessionId() {
        String value = cookies.get("NAVETTE");
        return value == null
                ? null
                : new String(java.util.Base64.getDecoder().decode(value), StandardCharsets.US_ASCII);
    }

    /** The last token seen, or null. */
    public @Nullable String csrf() {
        return csrf;
    }

    private HttpRequest.Builder withToken(HttpRequest.Builder request) {
        return csrf == null ? request : request.header("X-NAVETTE-CSRF", csrf);
    }

    /** Reads an answer as it comes; the caller closes it. */
    public InputStream stream(String path) {
        return send(path, HttpRequest.newBuilder().GET(), BodyHandlers.ofInputStream())
                .body();
    }

    /** Sends a form that is answered by a file; its bytes. */
    public byte[] download(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (csrf != null) {
            all.putIfAbsent("_csrf", csrf);
        }
        return send(
                        path,
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form(all))),
                        BodyHandlers.ofByteArray())
                .body();
    }

    private Page send(String path, HttpRequest.Builder request) {
        return see(path, send(path, request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    private <T> HttpResponse<T> send(String path, HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        request.uri(URI.create(origin + path));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Page see(String path, HttpResponse<String> response) {
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        for (var pattern : new Pattern[] {CSRF, CSRF_META}) {
            var found = pattern.matcher(response.body());
            if (found.find()) {
                csrf = found.group(1);
                break;
            }
        }
        return new Page(response.statusCode(), path, response.body(), response.headers());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
