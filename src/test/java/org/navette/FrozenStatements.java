package org.navette;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How many SQL statements each page and each action may cost (COMM-21), kept in a file beside the tests: {@code
 * GET_/path=most}. What costs more fails, and so does what the file does not tell.
 */
final class FrozenStatements {

    /** The session is written when a minute has passed; which version of a model is the latest is asked once a second. */
    private static final List<String> OFTEN = List.of("SPRING_SESSION", "ACT_RE_", "ACT_GE_BYTEARRAY");

    private final String file;
    private final Properties most = new Properties();

    private FrozenStatements(String file) {
        this.file = file;
        try (InputStream in = FrozenStatements.class.getResourceAsStream(file)) {
            if (in != null) {
                most.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the pages and forms that a test opens and sends. */
    static FrozenStatements of(Class<?> test) {
        return new FrozenStatements("/statements/" + test.getSimpleName() + ".properties");
    }

    /** Opens each page once more, when what is read once has been read, and tells which cost more than they may. */
    List<String> broken(Map<String, List<PageWalk.Shown>> pages) {
        Map<String, List<String>> dearest = new TreeMap<>();
        pages.forEach((route, shown) -> shown.forEach(
                page -> dearer(dearest, route, run(() -> page.browser().get(page.path())))));
        return tooDear(dearest);
    }

    /**
     * Tells which cost more than they may.
     *
     * @param dearest the statements of each, by name
     */
    List<String> tooDear(Map<String, List<String>> dearest) {
        List<String> broken = new ArrayList<>();
        dearest.forEach((name, run) -> {
            String told = most.getProperty(key(name));
            if (told == null || Integer.parseInt(told) < run.size()) {
                broken.add(key(name) + "=" + run.size() + " (" + file + " says " + told + ")\n    "
                        + String.join("\n    ", run));
            }
        });
        return broken;
    }

    /** Keeps what was run when it is more than what was run before under this name. */
    static void dearer(Map<String, List<String>> dearest, String name, List<String> run) {
        dearest.merge(name, run, (one, two) -> one.size() >= two.size() ? one : two);
    }

    /** The statements of requests, but for those that come now and then, whoever asks. */
    static List<String> run(Runnable requests) {
        return CountedStatements.during(requests).stream()
                .filter(sql -> OFTEN.stream().noneMatch(sql::contains))
                .toList();
    }

    /** A colon and a space would end a key of a properties file. */
    private static String key(String name) {
        return name.replaceAll(":[^/]*}", "}").replace(' ', '_');
    }
}
