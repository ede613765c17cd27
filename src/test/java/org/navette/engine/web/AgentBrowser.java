package org.navette.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser of an agent, reduced to its cookies and Camunda's token: real HTTP against the running application. */
public class AgentBrowser {

    public static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String origin;
    private final ObjectMapper json = new ObjectMapper();
    private String address = "";

    AgentBrowser(int port) {
        this.origin = "http://localhost:" + port;
    }

    public static AgentBrowser signedIn(int port, String login, String password) {
        var browser = new AgentBrowser(port);
        HttpResponse<String> answer = browser.signIn(login, password);
        if (!answer.headers().firstValue("Location").orElse("").contains("/camunda/app/tasklist")) {
            throw new IllegalStateException("not signed in: " + answer.statusCode() + " " + answer.headers());
        }
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }

    HttpResponse<String> signIn(String login, String password) {
        Matcher token = TOKEN.matcher(get("/agents/connexion").body());
        String csrf = token.find() ? token.group(1) : "";
        return send(request("/agents/connexion")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "login=" + encode(login) + "&password=" + encode(password) + "&_csrf=" + encode(csrf))));
    }

    /** The requests come from this address from now on. */
    AgentBrowser from(String address) {
        this.address = address;
        return this;
    }

    /** A cookie's value as it came; empty when there is none. */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> call(String method, String path) {
        return call(method, path, null);
    }

    public HttpResponse<String> post(String path, String body) {
        return call("POST", path, body);
    }

    /** As Tasklist does: JSON, with the token of the cookie. */
    public HttpResponse<String> call(String method, String path, String body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/hal+json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
        return address.isEmpty() ? request : request.header("X-Forwarded-For", address);
    }

    public JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    JsonNode json(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
