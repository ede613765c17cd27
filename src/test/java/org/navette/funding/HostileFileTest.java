package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.navette.directory.Couloir;

@DisplayName("A file that is no file of requests")
class HostileFileTest {

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "12.345",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"2026-02-31\"",
            "\"FINHOP000000M1\"",
            "[]",
            "{}",
            "[[{}]]",
            "{\"a/b~c\":{}}",
            "[null]",
            "\"=cmd()\"",
            "\"<b>&amp;%s %n {0}</b>\"");

    @ParameterizedTest(name = "[{index}]")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 0 | Le fichier est vide.",
                "`  ` | 0 | Le fichier est vide.",
                "bonjour | 1 | ligne 1, colonne 1. « bonjour » ne se lit pas.",
                "{\"type\": \"AVANCE\" | 1 | Le fichier s'arrête trop tôt.",
                "{\"type\": \"AVANCE\",} | 1 | colonne 19. Le caractère « } » n'est pas attendu ici.",
                "{'type': 1} | 1 | Le caractère « ' » n'est pas attendu ici.",
                "{\"type\": 012} | 1 | Un nombre commence par un zéro de trop.",
                "{\"type\": \"a\tb\"} | 1 | caractère de contrôle",
                "{\"type\": \"a\\qb\"} | 1 | barre oblique inverse mal employée",
                "{} {} | 1 | Le fichier continue après sa dernière accolade.",
                "[1] | 1 | Le contenu du fichier n'a pas le bon type. Reçu : une liste.",
                "null | 1 | Le contenu du fichier n'a pas le bon type. Reçu : null."
            })
    @DisplayName("FUND-10 what is no JSON is told with its line and column")
    void notJson(String text, int line, String message) {
        FileReport report = SampleFile.check(text, Couloir.HOP);
        assertThat(report.ofFile())
                .anySatisfy(finding -> {
                    assertThat(ReportWords.plain(finding.message())).contains(message);
                    assertThat(finding.line()).isEqualTo(line);
                })
                .allSatisfy(ReportWords::isFrench);
        assertThat(report.requests()).isZero();
        assertThat(report.fileIsWrong()).isTrue();
    }

    @Test
    @DisplayName("FUND-10 a byte order mark is tolerated; another charset is told with its line")
    void charsets() {
        SampleFile file = SampleFile.advance(Couloir.HOP);
        assertThat(check(("\ufeff" + file.text()).getBytes(StandardCharsets.UTF_8))
                        .isClean())
                .isTrue();
        assertThat(check(("\ufeff" + file.text()).getBytes(StandardCharsets.UTF_16LE))
                        .ofFile())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("UTF-16"));
        String text = "{\n\n\"nom\": \"Éric\"}";
        assertThat(check(text.getBytes(StandardCharsets.ISO_8859_1)).ofFile())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("UTF-8");
                    assertThat(finding.line()).isEqualTo(3);
                });
        // a character cut in two by the end of the file
        assertThat(check(new byte[] {'"', (byte) 0xC3}).fileIsWrong()).isTrue();
    }

    @Test
    @DisplayName("FUND-10 a property written twice is told with both lines, and the first is checked")
    void duplicates() {
        String text = SampleFile.advance(Couloir.HOP)
                .text()
                .replaceFirst(
                        "\"numeroEditeur\" : \"00017\",", "\"numeroEditeur\" : \"00017\",\n\"numeroEditeur\": [],");
        FileReport report = SampleFile.check(text, Couloir.HOP);
        assertThat(ReportWords.findings(report)).singleElement().satisfies(finding -> {
            assertThat(ReportWords.plain(finding.message()))
                    .isEqualTo("La propriété « numeroEditeur » est écrite deux fois : lignes 7 et 8.");
            assertThat(finding.pointer()).isEqualTo("/demandes/0/numeroEditeur");
            assertThat(finding.line()).isEqualTo(8);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1e999999, Un nombre est démesuré",
        "1e99999999999999, Un nombre est démesuré",
        "-1e-999999, Un nombre est démesuré",
        "1234567890123456789012345678901, Un nombre est démesuré",
        "NaN, « NaN » n'est pas un nombre.",
        "Infinity, « Infinity » n'est pas un nombre.",
        "-Infinity, « -Infinity » n'est pas un nombre."
    })
    @DisplayName("FUND-10 a number that is none, or that nobody can compute with, is told in its place and once")
    void numbers(String number, String message) {
        String text = SampleFile.advance(Couloir.HOP).text().replace("1074.99", number);
        FileReport report = SampleFile.check(text, Couloir.HOP);
        assertThat(ReportWords.findings(report)).singleElement().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo("/demandes/0/montantSegurHT");
            assertThat(ReportWords.plain(finding.message())).contains(message);
            assertThat(finding.line()).isEqualTo(9);
        });
    }

    @Test
    @DisplayName("FUND-10 a number of a million digits and a text of a million characters are refused at once")
    void longValues() {
        String text = SampleFile.advance(Couloir.HOP)
                .text()
                .replace("1074.99", "1".repeat(1_000_000))
                .replace("Dupont", " ".repeat(1_000_000));
        FileReport report = inTime(text);
        assertThat(ReportWords.findings(report)).hasSize(2).allSatisfy(finding -> assertThat(finding.message())
                .hasSizeLessThan(200));
    }

    @Test
    @DisplayName("FUND-10 brackets in brackets, 100,000 deep, are refused at once, wherever they are")
    void deep() {
        for (String opening : List.of("[", "{\"a\":")) {
            for (String before : List.of("", "{\"demandes\":[", "[" + "0,".repeat(600))) {
                assertThat(inTime(before + opening.repeat(100_000)).ofFile())
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.message()).contains("plus de 20 niveaux"));
            }
        }
    }

    @Test
    @DisplayName("FUND-10 a file with more properties, elements or values than any is bounded")
    void wide() {
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 300_000; i++) {
            many.append("\"p").append(i).append("\":1,");
        }
        FileReport properties = inTime(many + "\"z\":1}");
        assertThat(properties.ofFile())
                .anySatisfy(finding -> assertThat(finding.message()).contains("plus de 50 propriétés"));
        assertThat(inTime("[" + "0,".repeat(4_000_000) + "0]").fileIsWrong()).isTrue();
        assertThat(inTime("[" + ("[" + "0,".repeat(500) + "0],").repeat(5_000) + "0]")
                        .fileIsWrong())
                .isTrue();
        assertThat(inTime("{\"" + "n".repeat(100_000) + "\":1}").ofFile())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("nom de propriété"));
        assertThat(inTime("{\"a\":" + "{\"b\":1,\"b\":2},".repeat(1)).fileIsWrong())
                .isTrue();
        assertThat(inTime("{\"a\":[" + "{\"b\":1,\"b\":2},".repeat(500_000) + "0]}")
                        .fileIsWrong())
                .isTrue();
    }

    @Test
    @DisplayName("FUND-09 200 requests are read, 201 are refused, and how many there are is told")
    void count() {
        assertThat(SampleFile.advance(Couloir.HOP).times(200).check(Couloir.HOP).declarations())
                .hasSize(200);
        FileReport more = SampleFile.advance(Couloir.HOP).times(201).check(Couloir.HOP);
        assertThat(more.ofFile()).singleElement().satisfies(finding -> assertThat(finding.message())
                .contains("contient 201 demandes"));
        assertThat(more.declarations()).isEmpty();
        FileReport many = SampleFile.advance(Couloir.HOP).times(700).check(Couloir.HOP);
        assertThat(many.requests()).isEqualTo(700);
        assertThat(many.ofFile()).singleElement().satisfies(finding -> assertThat(finding.message())
                .contains("contient 700 demandes"));
    }

    @Test
    @DisplayName("FUND-10 200 requests with 40 errors each tell 1,000 and count the others")
    void manyErrors() {
        SampleFile file = SampleFile.advance(Couloir.HOP).times(200);
        for (int i = 0; i < 200; i++) {
            file.with("/demandes/" + i + "/beneficiaires", "[" + "{},".repeat(9) + "{}]");
        }
        FileReport report = inTime(file.text());
        assertThat(ReportWords.findings(report)).hasSize(1000);
        // name, e-mail, phone and number of each of ten, and the mandatary, in 200 requests
        assertThat(report.others()).isEqualTo(200 * 41 - 1000);
        assertThat(report.good()).isZero();
        assertThat(report.wrong()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Couloir.class,
            names = {"HOP", "MS1", "MDV"})
    @DisplayName("FUND-10 however a good file is spoiled, the check answers: all good, or what is wrong, in French")
    void mutations(Couloir couloir) {
        Random random = new Random(20260915);
        for (int i = 0; i < 1500; i++) {
            SampleFile file = SampleFile.of(RequestType.values()[i % 2], couloir);
            FileParameters parameters = file.parameters();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                spoil(file.root(), random);
            }
            String text = i % 5 == 0 ? cut(file.text(), random) : file.text();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThatCode(() -> {
                        FileReport report = SampleFile.check(bytes, parameters, couloir);
                        List<Finding> findings = ReportWords.findings(report);
                        assertThat(findings).allSatisfy(ReportWords::isFrench);
                        assertThat(report.isClean()).isEqualTo(findings.isEmpty());
                        assertThat(report.declarations()).hasSize(report.fileIsWrong() ? 0 : report.good());
                    })
                    .as(text)
                    .doesNotThrowAnyException();
        }
    }

    /** Another value in some place, or no value there. */
    private static void spoil(ObjectNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        containers.add(root);
        for (int i = 0; i < containers.size(); i++) {
            containers.get(i).forEach(child -> {
                if (child.isContainerNode()) {
                    containers.add(child);
                }
            });
        }
        JsonNode container = containers.get(random.nextInt(containers.size()));
        JsonNode value = value(random);
        if (container instanceof ArrayNode list) {
            if (list.isEmpty() || random.nextInt(4) == 0) {
                list.add(value);
            } else {
                list.set(random.nextInt(list.size()), value);
            }
        } else if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.isEmpty() || random.nextInt(8) == 0 ? "x/y~z" : names.get(random.nextInt(names.size()));
            if (random.nextInt(3) == 0) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
        }
    }

    private static JsonNode value(Random random) {
        try {
            return SampleFile.JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some characters less, or one that does not belong there. */
    private static String cut(String text, Random random) {
        int place = random.nextInt(text.length());
        return random.nextBoolean()
                ? text.substring(0, place)
                : text.substring(0, place) + ",:}]\"\\é\u0001".charAt(random.nextInt(8)) + text.substring(place);
    }

    private static FileReport check(byte[] bytes) {
        return SampleFile.check(bytes, SampleFile.advance(Couloir.HOP).parameters(), Couloir.HOP);
    }

    /** A second is much: the machine may be busy. */
    private static FileReport inTime(String text) {
        return Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(8), () -> check(text.getBytes(StandardCharsets.UTF_8)));
    }
}
