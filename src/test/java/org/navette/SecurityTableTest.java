package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("COMM-02 The table of security requirements")
class SecurityTableTest {

    private static final Path TABLE = Path.of("src/docs/security-asvs.md");
    private static final Pattern SHOWN = Pattern.compile("`(\\w+Test)`(?: \"([^\"]+)\")?");
    private static final Pattern ID = Pattern.compile("(\\d+\\.\\d+\\.\\d+) \\(L[12]\\)");

    /** Requirements of levels 1 and 2 in version 5.0.0. */
    private static final int REQUIREMENTS = 253;

    @Test
    @DisplayName("names tests that there are, by the sentences that they have")
    void testsExist() throws IOException {
        Map<String, String> sources = sources();
        List<String> wrong = new ArrayList<>();
        Matcher shown = SHOWN.matcher(Files.readString(TABLE));
        while (shown.find()) {
            String source = sources.get(shown.group(1));
            String sentence = shown.group(2);
            if (source == null) {
                wrong.add("no " + shown.group(1));
            } else if (sentence != null && !told(source, sources).contains(sentence)) {
                wrong.add(shown.group(1) + " does not say: " + sentence);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("tells each requirement of levels 1 and 2 once")
    void complete() throws IOException {
        List<String> ids = ID.matcher(Files.readString(TABLE))
                .results()
                .map(id -> id.group(1))
                .toList();
        Set<String> once = new TreeSet<>(ids);
        assertThat(ids).hasSameSizeAs(once).hasSize(REQUIREMENTS);
    }

    /** The tests of a class and of the one it shares them with. */
    private static String told(String source, Map<String, String> sources) {
        return source.contains("extends RouteQuestions") ? source + sources.get("RouteQuestions") : source;
    }

    /** The sources of tests by the name of their class; sentences on two lines are joined. */
    private static Map<String, String> sources() {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                sources.put(name, Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }
}
