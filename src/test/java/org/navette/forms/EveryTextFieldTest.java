package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.forms.FormsFixture.FORMS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.navette.HostileTexts;

/** The list comes from the folder of forms: a text that is added to one of them is asked here without a line more. */
@DisplayName("COMM-02 Every text of every form")
class EveryTextFieldTest {

    private static final Path FORMS_FOLDER = Path.of("forms");

    /** A text of a form, alone: what else the form asks or hides does not come into it. */
    record Text(String form, Field field) {

        @Override
        public String toString() {
            return form + ": " + field.key();
        }

        boolean isLines() {
            return field.kind() == Kind.LINES;
        }

        /** What is said beside it; null when the text is taken. */
        @Nullable
        String problem(String typed) {
            return reading(typed).problem();
        }

        private Reading reading(String typed) {
            return new TextAnswers(new Messages(FormsFixture.messages())).read(field, typed);
        }
    }

    @Test
    @DisplayName("is found: the sweep is not empty")
    void found() throws IOException {
        assertThat(texts()).hasSizeGreaterThan(140);
        assertThat(files()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("texts")
    @DisplayName("refuses what breaks a file or deceives a reader, in French")
    void deceiving(Text text) {
        Stream<String> refused = text.isLines() ? HostileTexts.DECEIVING.stream() : HostileTexts.refusedInLines();
        refused.forEach(typed -> assertThat(text.problem(typed))
                .as(readable(typed))
                .startsWith("Ce texte contient des caractères qui ne peuvent pas être enregistrés"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    @DisplayName("takes lines as lines where it has several, however they end")
    void lines(Text text) {
        if (text.isLines()) {
            HostileTexts.LINES.forEach(typed -> {
                Reading reading = text.reading(typed);
                assertThat(reading.problem()).as(readable(typed)).isNull();
                assertThat(String.valueOf(reading.value()))
                        .matches("(?s)xqz\\n.*")
                        .doesNotContain("\r", "\u2028");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    @DisplayName("is refused with a sentence, or kept and shown as it was typed; nothing fails")
    void keptOrRefused(Path file) {
        Form form = form(file);
        List<String> typed = new ArrayList<>(HostileTexts.CURIOUS);
        typed.addAll(HostileTexts.DECEIVING);
        typed.addAll(HostileTexts.LINES);
        typed.add(HostileTexts.ENDLESS);
        for (String text : typed) {
            for (Field field : form.fields()) {
                boolean isText = field.kind() == Kind.TEXT || field.kind() == Kind.LINES;
                Map<String, Object> kept = kept(form, field, text);
                FORMS.layout(form, kept, Map.of()).stream()
                        .flatMap(block -> block.lines().stream())
                        .filter(line -> isText && line.key().equals(field.key()))
                        .forEach(line ->
                                assertThat(line.texts()).containsExactly(String.valueOf(kept.get(field.key()))));
            }
        }
    }

    /** The answers that are stored when a field holds this text; none when it is refused. */
    private static Map<String, Object> kept(Form form, Field field, String text) {
        try {
            return FORMS.check(form, Map.of(field.key(), text), Map.of());
        } catch (InvalidAnswers e) {
            assertThat(e.messages().values())
                    .allSatisfy(messages -> assertThat(messages).isNotEmpty().allSatisfy(message -> assertThat(message)
                            .doesNotContain("forms.", "{0", text)));
            boolean refused = e.messages().containsKey(field.key());
            return refused ? Map.of() : Map.of(field.key(), text);
        }
    }

    static Stream<Text> texts() {
        return files().flatMap(file -> form(file).fields().stream()
                .filter(field -> field.kind() == Kind.TEXT || field.kind() == Kind.LINES)
                .map(field -> new Text(file.getFileName().toString(), field)));
    }

    static Stream<Path> files() {
        try (Stream<Path> files = Files.walk(FORMS_FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Form form(Path file) {
        try {
            return Form.parse(file.getFileName() + ":1", 1, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readable(String typed) {
        return typed.chars()
                .limit(30)
                .mapToObj(c -> "%04x".formatted(c))
                .toList()
                .toString();
    }
}
