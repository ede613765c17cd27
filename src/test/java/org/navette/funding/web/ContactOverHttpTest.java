package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.Browser;
import org.navette.FormOverHttp;
import org.navette.NavetteTest;
import org.navette.funding.FundingWorld;
import org.navette.funding.PayingAgency;
import org.navette.funding.Supplier;
import org.navette.funding.SupportProofs;
import org.navette.funding.SupportWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("FUND-03 The contact form without a browser")
class ContactOverHttpTest {

    private static final String PATH = "/segur/contact";

    @LocalServerPort
    int port;

    @Autowired
    SupportWorld world;

    @Autowired
    FundingWorld suppliers;

    @Autowired
    PayingAgency agency;

    @Autowired
    ObjectMapper json;

    private Browser browser;

    @BeforeEach
    void open() {
        agency.agent();
        browser = new Browser(port);
        assertThat(browser.get(PATH).status()).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "FUND-03 the challenge comes from its address, solved it lets the form through, a second time it does not")
    void sent() {
        String email = SupportWorld.email();
        String proof = fetchedProof();
        Browser.Page answer = send(UUID.randomUUID(), SupportWorld.answers(email), proof, "");
        assertThat(answer.location()).isEqualTo(PATH + "?etape=envoyee");
        assertThat(browser.follow(answer).text())
                .containsPattern("numéro ASS-\\d{4}-\\d{6}")
                .contains(email);
        Browser.Page again = send(UUID.randomUUID(), SupportWorld.answers(email), proof, "");
        assertThat(again.status()).isEqualTo(422);
        assertThat(errors(again).get("").get(0)).contains("a déjà servi");
        assertThat(browser.get(PATH + "?etape=envoyee").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "e30=", "AAAA"})
    @DisplayName("FUND-03 without a good proof nothing is sent, and nothing typed is lost")
    void noProof(String proof) {
        Browser.Page answer = send(UUID.randomUUID(), SupportWorld.answers(SupportWorld.email()), proof, "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(errors(answer).get("").get(0)).contains("vérification automatique");
        assertThat(answers(answer).get("description")).isEqualTo("Mon fichier est refusé à la simulation.");
    }

    static Stream<Arguments> badAnswers() {
        return Stream.of(
                Arguments.of("couloir", ""),
                Arguments.of("couloir", "XXX"),
                Arguments.of("couloir", List.of("HOP")),
                Arguments.of("phase", "Avance"),
                Arguments.of("phase", Map.of()),
                Arguments.of("kind", "OTHERS"),
                Arguments.of("kind", 7),
                Arguments.of("name", ""),
                Arguments.of("name", "   "),
                Arguments.of("name", "x".repeat(81)),
                Arguments.of("name", "Gagnez http://pub.example"),
                Arguments.of("name", "A\u0001"),
                Arguments.of("company", "x".repeat(151)),
                Arguments.of("email", ""),
                Arguments.of("email", "personne"),
                Arguments.of("email", "a@b@c"),
                Arguments.of("email", "a@example.org\nBcc: b@example.org"),
                Arguments.of("email", "x".repeat(250) + "@example.org"),
                Arguments.of("phone", ""),
                Arguments.of("phone", "123"),
                Arguments.of("phone", "+1 555 0100 200 300"),
                Arguments.of("referenceNumber", "x".repeat(51)),
                Arguments.of("requestNumber", ""),
                Arguments.of("requestNumber", "aucun"),
                Arguments.of("requestNumber", "ENR12"),
                Arguments.of("requestNumber", "FINMS101071M0"),
                Arguments.of("requestNumber", "FINMS1010719M2"),
                Arguments.of("description", ""),
                Arguments.of("description", "x".repeat(5001)),
                Arguments.of("description", "a\u0000b"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    @DisplayName("FUND-03 bad answers come back with a sentence beside their field and all the others")
    void badAnswers(String field, Object value) {
        Map<String, Object> answers = SupportWorld.with(SupportWorld.answers(SupportWorld.email()), field, value);
        Browser.Page answer = send(UUID.randomUUID(), answers, "", "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(errors(answer)).containsOnlyKeys(field);
        assertThat(answers(answer)).containsKey("requestNumber");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sans objet",
                " SANS OBJET ",
                "enr0079",
                "ENR12345",
                "FINMS1010719M0",
                "finhop004290",
                "ASS-2026-000123"
            })
    @DisplayName("FUND-03 numbers of ours and \"Sans objet\" are taken in any case")
    void numbers(String number) {
        Map<String, Object> answers =
                SupportWorld.with(SupportWorld.answers(SupportWorld.email()), "requestNumber", number);
        assertThat(send(UUID.randomUUID(), answers, world.proof(), "").status()).isEqualTo(302);
    }

    @Test
    @DisplayName("FUND-03 what no page of ours sends is answered 422 as well")
    void crafted() {
        for (Map<String, String> fields : List.of(
                Map.<String, String>of(),
                Map.of("answers", "{", "form", "nothing", "submission", "x", "files", "y,z"),
                Map.of("answers", "[]"),
                Map.of("answers", "null", "proof", "x".repeat(5000)))) {
            assertThat(browser.post(PATH, fields).status()).isEqualTo(422);
        }
        String key = UUID.randomUUID().toString();
        Map<String, String> unknownFile = fields(key, SupportWorld.answers(SupportWorld.email()), world.proof(), key);
        Browser.Page answer = browser.post(PATH, unknownFile);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(errors(answer).get("files").get(0)).contains("n’est plus disponible");
    }

    @Test
    @DisplayName("FUND-03 the sixth request in a row waits; nothing typed is lost")
    void throttled() {
        for (int i = 0; i < 5; i++) {
            assertThat(send(UUID.randomUUID(), SupportWorld.answers(SupportWorld.email()), world.proof(), "")
                            .status())
                    .isEqualTo(302);
        }
        Browser.Page answer = send(UUID.randomUUID(), SupportWorld.answers(SupportWorld.email()), world.proof(), "");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(errors(answer).get("").get(0)).contains("Trop d'envois");
        assertThat(answers(answer).get("name")).isEqualTo("Éloïse Chaput");
    }

    @Test
    @DisplayName("FUND-03 COMM-07 a file is its session's alone: another one neither reads, deletes nor sends it")
    void filesOfOneSession() {
        UUID key = UUID.randomUUID();
        String file = path(upload(key, "essai.txt", "Bonjour"));
        Browser other = new Browser(port);
        other.get(PATH);
        for (String page : new String[] {"/apercu", "/telechargement"}) {
            assertThat(browser.get(file + page).status()).isEqualTo(200);
            assertThat(other.get(file + page).status()).isEqualTo(404);
        }
        assertThat(other.delete(file).status()).isEqualTo(404);
        Map<String, String> stolen = fields(
                key.toString(),
                SupportWorld.answers(SupportWorld.email()),
                world.proof(),
                file.substring(file.lastIndexOf('/') + 1));
        assertThat(other.post(PATH, stolen).status()).isEqualTo(422);
        assertThat(browser.delete(file).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("FUND-03 COMM-06 the five types are taken up to 2 MB, others are refused with a reason")
    void types() {
        for (String name : List.of("a.txt", "b.json")) {
            assertThat(upload(UUID.randomUUID(), name, "{\"a\": 1}").status()).isEqualTo(201);
        }
        Browser.Page refused = upload(UUID.randomUUID(), "a.docx", "x");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("json, pdf, png, txt, zip");
        assertThat(upload(UUID.randomUUID(), "big.txt", "x".repeat(2_097_153)).status())
                .isEqualTo(413);
        assertThat(upload(UUID.randomUUID(), "fake.zip", "x").status()).isEqualTo(422);
        // the sixth upload of a session waits
        Browser.Page late = upload(UUID.randomUUID(), "c.txt", "y");
        assertThat(late.status()).isEqualTo(429);
        assertThat(late.body()).contains("Trop de fichiers");
    }

    @Test
    @DisplayName("FUND-03 a supplier finds the form filled in, and sends it without a proof")
    void supplier() {
        Supplier supplier = suppliers.supplier();
        browser = suppliers.browser(supplier, port);
        Browser.Page page = browser.get(PATH);
        assertThat(page.body()).doesNotContain("data-proof-url");
        assertThat(answers(page).get("email"))
                .isEqualTo(supplier.correspondent().email());
        assertThat(send(UUID.randomUUID(), SupportWorld.answers(SupportWorld.email()), "", "")
                        .status())
                .isEqualTo(302);
    }

    @Test
    @DisplayName("FUND-03 who typed longer than a session lasts sends with the token that comes with the challenge")
    void sessionOver() {
        Browser later = new Browser(port);
        assertThat(later.postWithoutToken(PATH, Map.of()).status()).isEqualTo(403);
        String token = read(later.get(PATH + "/defi").body()).path("csrf").asText();
        Map<String, String> fields =
                fields(UUID.randomUUID().toString(), SupportWorld.answers(SupportWorld.email()), world.proof(), "");
        fields.put("_csrf", token);
        assertThat(later.postWithoutToken(PATH, fields).status()).isEqualTo(302);
    }

    private Browser.Page upload(UUID bucket, String name, String content) {
        return browser.upload(
                PATH + "/fichiers/" + bucket,
                "file",
                name,
                "application/octet-stream",
                content.getBytes(StandardCharsets.UTF_8));
    }

    private String path(Browser.Page stored) {
        assertThat(stored.status()).isEqualTo(201);
        return read(stored.body()).path("download").asText().replace("/telechargement", "");
    }

    private String fetchedProof() {
        Browser.Page page = browser.get(PATH + "/defi");
        assertThat(page.header("Cache-Control")).contains("no-store");
        return world.solved(json.convertValue(read(page.body()).path("challenge"), SupportProofs.Challenge.class));
    }

    private Browser.Page send(UUID key, Map<String, Object> answers, String proof, String files) {
        return browser.post(PATH, fields(key.toString(), answers, proof, files));
    }

    private Map<String, String> fields(String key, Map<String, Object> answers, String proof, String files) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("submission", key);
        fields.put("form", world.form());
        fields.put("proof", proof);
        fields.put("files", files);
        fields.put("answers", FormOverHttp.json(answers));
        return fields;
    }

    private Map<String, List<String>> errors(Browser.Page page) {
        return new FormOverHttp(browser, page).errors();
    }

    private Map<String, Object> answers(Browser.Page page) {
        return new FormOverHttp(browser, page).answers();
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
