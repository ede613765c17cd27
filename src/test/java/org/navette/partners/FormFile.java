package org.navette.partners;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The {@code .form} files of the espace Partenaires as plain JSON, for the tests that look at them without an engine. */
final class FormFile {

    private static final Path FOLDER = Path.of("forms", "partners");

    private static final Set<String> STEPS =
            Set.of("partners.completion.form", "partners.cancellation.form", "partners.follow-up.form");

    private FormFile() {}

    /** File names of the partners' forms and of the agents' forms on their requests, sorted. */
    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("partners.") || name.startsWith("partner-request."))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** File names of the partners' forms only. */
    static Stream<String> partnerNames() throws IOException {
        return names().filter(name -> name.startsWith("partners."));
    }

    /** File names of the forms of the five offers: what is left without the steps after a deposit. */
    static Stream<String> offerNames() throws IOException {
        return partnerNames().filter(name -> !STEPS.contains(name));
    }

    /** The components below a form or a group, each group followed by its content. */
    static List<JsonNode> components(JsonNode parent) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            all.add(component);
            all.addAll(components(component));
        }
        return all;
    }

    /** @throws UncheckedIOException when there is no such file or it is not JSON */
    static JsonNode read(String file) {
        try {
            return new ObjectMapper().readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
