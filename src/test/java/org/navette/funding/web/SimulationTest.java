package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.FormWithFile;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.funding.RequestType;
import org.navette.funding.SampleFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("The open simulator")
class SimulationTest {

    private static final String PAGE = "/segur/simulation";
    private static final String DOCUMENTATION = "/segur/documentation";
    private static final Map<String, String> HOP = Map.of("type", "AVANCE", "ansNumber", "HOP7DPI002", "vatRate", "20");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private Browser browser;

    @BeforeEach
    void somebody() {
        browser = new Browser(port);
        browser.get(PAGE);
    }

    @Test
    @DisplayName("FUND-01 reads the published examples of all couloirs, and finds nothing")
    void examples() {
        Browser.Page page = browser.get(DOCUMENTATION);
        List<String> links = Pattern.compile("href=\"(/segur/documentation/exemples/[^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links).hasSize(2 * Couloir.values().length);
        for (String link : links) {
            Browser.Page example = browser.get(link);
            assertThat(example.status()).isEqualTo(200);
            assertThat(example.header("Content-Disposition")).startsWith("attachment");
            Browser.Page answer = send(header(example.body()), example.body().getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(link).isEqualTo(200);
            assertThat(answer.text()).as(link).contains("Aucune erreur", "Les 2 demandes du fichier sont conformes.");
        }
        assertThat(browser.get(DOCUMENTATION + "/exemples/rien.json").status()).isEqualTo(404);
        assertThat(browser.get(DOCUMENTATION + "/exemples/..%2Fdemandes.schema.json")
                        .status())
                .isIn(400, 404);
    }

    @Test
    @DisplayName("FUND-09 the published schema is valid, accepts the examples and refuses what they are not")
    void schema() {
        Browser.Page answer = browser.get(DOCUMENTATION + "/demandes.schema.json");
        assertThat(answer.header("Content-Disposition")).contains("demandes.schema.json");
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var meta = registry.getSchema(
                com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(answer.body(), InputFormat.JSON)).isEmpty();
        var schema = registry.getSchema(answer.body(), InputFormat.JSON);
        for (RequestType type : RequestType.values()) {
            for (Couloir couloir : Couloir.values()) {
                SampleFile file = SampleFile.of(type, couloir);
                assertThat(schema.validate(file.text(), InputFormat.JSON)).isEmpty();
                String other = type == RequestType.ADVANCE ? "\"SOLDE\"" : "\"AVANCE\"";
                assertThat(schema.validate(file.with("/type", other).text(), InputFormat.JSON))
                        .isNotEmpty();
            }
        }
    }

    @Test
    @DisplayName("FUND-09 the documentation tells every property of the schema")
    void documentation() throws Exception {
        String text = browser.get(DOCUMENTATION).text();
        var tree = json.readTree(
                browser.get(DOCUMENTATION + "/demandes.schema.json").body());
        List<String> properties = tree.findValues("properties").stream()
                .flatMap(object -> object.properties().stream().map(Map.Entry::getKey))
                .distinct()
                .toList();
        assertThat(properties).hasSizeGreaterThan(40);
        assertThat(text).contains(properties);
        for (Couloir couloir : Couloir.values()) {
            assertThat(text).contains(couloir.label() + " (" + couloir + ")");
        }
    }

    @Test
    @DisplayName("FUND-10 tells mistakes by request, with line, place, what is wrong and what is expected")
    void mistakes() {
        Browser.Page answer = send(
                HOP,
                SampleFile.of(RequestType.ADVANCE, Couloir.HOP)
                        .with("/demandes/1/montantSegurHT", "12.345")
                        .with("/demandes/1/beneficiaires/0/nom", "\"<script>alert(1)</script>\\u0007\"")
                        .with("/regimeTVA", "\"\"")
                        .bytes());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text().replace('\u00a0', ' '))
                .contains("Le fichier ne peut pas être importé")
                .contains("Demandes dans le fichier 2 Sans erreur 1 En erreur 1")
                .contains("Demande 2, numéro éditeur 00018")
                .contains("/demandes/1/montantSegurHT")
                .contains("Le montant « montantSegurHT » doit avoir au plus 2 décimales. Reçu : 12.345.");
        assertThat(answer.body()).doesNotContain("<script>alert");
        // what was chosen stays
        assertThat(answer.body()).contains("value=\"HOP7DPI002\"").containsPattern("value=\"AVANCE\"[^>]*selected");
    }

    @Test
    @DisplayName("FUND-01 what is not chosen, unknown or empty is told beside its field, and the rest is kept")
    void fields() {
        Browser.Page nothing = browser.post(PAGE, Map.of());
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text())
                .contains("4 points à corriger")
                .contains("Choisissez le type de demande.")
                .contains("Saisissez le numéro ANS du logiciel.")
                .contains("Choisissez le taux de TVA.")
                .contains("Choisissez un fichier JSON, qui ne soit pas vide.");
        Browser.Page unknown =
                send(Map.of("type", "SOLDE", "ansNumber", "\"><b>'--", "vatRate", "8.5"), "{}".getBytes());
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text())
                .contains("1 point à corriger")
                .contains("Ce numéro ANS n'est pas celui d'un logiciel référencé.");
        assertThat(unknown.body())
                .contains("&quot;&gt;&lt;b&gt;")
                .containsPattern("value=\"SOLDE\"[^>]*selected")
                .containsPattern("value=\"8.5\"[^>]*selected");
        assertThat(send(Map.of("type", "autre", "ansNumber", "hop7dpi002", "vatRate", "20.0"), "{}".getBytes())
                        .text())
                .contains("2 points à corriger");
        assertThat(send(HOP, new byte[0]).status()).isEqualTo(422);
    }

    @Test
    @DisplayName("FUND-01 a file above 10 MB is refused with a sentence, one of 50 MB before it is read")
    void tooLarge() {
        Browser.Page large = send(HOP, new byte[10 * 1024 * 1024 + 1]);
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.text().replace('\u00a0', ' ')).contains("Ce fichier dépasse 10 Mo.");
        assertThat(large.body()).contains("value=\"HOP7DPI002\"");
        Browser.Page huge = send(HOP, new byte[50 * 1024 * 1024]);
        assertThat(huge.status()).isEqualTo(303);
        Browser.Page told = browser.get(huge.location());
        assertThat(told.status()).isEqualTo(413);
        assertThat(told.text().replace('\u00a0', ' ')).contains("Ce fichier dépasse 10 Mo.");
        assertThat(browser.get(PAGE).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("FUND-10 hostile files, several at once, are answered, and the application goes on")
    void hostile() {
        List<byte[]> files = List.of(
                "[".repeat(100_000).getBytes(),
                ("{\"demandes\":[" + "{},".repeat(3_000_000) + "{}]}").getBytes(),
                new byte[9 * 1024 * 1024],
                ("{\"a\":" + "9".repeat(9_000_000) + "}").getBytes(),
                "{\"tauxTVA\":1e999999999}".getBytes(),
                ("\"" + "é".repeat(4_000_000) + "\"").getBytes(StandardCharsets.UTF_8),
                SampleFile.of(RequestType.ADVANCE, Couloir.HOP)
                        .times(200)
                        .with("/demandes/199/beneficiaires", "[" + "{},".repeat(600) + "{}]")
                        .bytes());
        var answers = files.stream()
                .map(file -> CompletableFuture.supplyAsync(() -> {
                    Browser other = new Browser(port);
                    other.get(PAGE);
                    return send(other, HOP, file);
                }))
                .toList();
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.join().status()).isIn(200, 503);
            assertThat(answer.join().text()).contains("Simuler un fichier JSON");
        });
        Browser.Page many = send(
                HOP,
                SampleFile.of(RequestType.ADVANCE, Couloir.HOP)
                        .times(200)
                        .with("/demandes/0/beneficiaires", "[" + "{},".repeat(400) + "{}]")
                        .bytes());
        assertThat(many.text()).contains("Sans erreur 199").contains("autres constats");
    }

    @Test
    @DisplayName("FUND-01 somebody who tries without end is asked to wait, others are not, and nothing is stored")
    void pace() {
        int before = rows();
        byte[] file = SampleFile.of(RequestType.ADVANCE, Couloir.HOP).bytes();
        List<Integer> statuses = IntStream.range(0, SimulationPace.FREE + 5)
                .mapToObj(i -> send(HOP, file).status())
                .toList();
        assertThat(statuses.subList(0, SimulationPace.FREE)).containsOnly(200);
        assertThat(statuses).contains(429);
        Browser other = new Browser(port);
        other.get(PAGE);
        assertThat(send(other, HOP, file).status()).isEqualTo(200);
        assertThat(rows()).isEqualTo(before);
    }

    private int rows() {
        return jdbc.sql("select (select count(*) from request) + (select count(*) from stored_file)"
                        + " + (select count(*) from login_attempt)")
                .query(Integer.class)
                .single();
    }

    private Map<String, String> header(String file) {
        try {
            var tree = json.readTree(file);
            return Map.of(
                    "type", tree.path("type").asText(),
                    "ansNumber", tree.path("numeroANS").asText(),
                    "vatRate", tree.path("tauxTVA").asText());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Browser.Page send(Map<String, String> fields, byte[] file) {
        return send(browser, fields, file);
    }

    /** As a browser sends the form: the token is one of its fields. */
    private static Browser.Page send(Browser browser, Map<String, String> fields, byte[] file) {
        return FormWithFile.send(browser, PAGE, fields, "file", "demandes.json", "application/json", file);
    }
}
