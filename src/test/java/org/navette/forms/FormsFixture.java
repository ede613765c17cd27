package org.navette.forms;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.navette.engine.DeployedForms;
import org.navette.engine.Feel;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The module without Spring nor engine, on 15 May 2026, and forms written in the test. */
final class FormsFixture {

    static final Forms FORMS = forms(mock(DeployedForms.class));

    private FormsFixture() {}

    static Forms forms(DeployedForms deployed) {
        // 23:30 UTC on the 14th is already the 15th in Paris
        Clock clock = Clock.fixed(Instant.parse("2026-05-14T23:30:00Z"), ZoneId.of("Europe/Paris"));
        return new Forms(deployed, new Feel(), clock, messages());
    }

    static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages-forms");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** A form of these components, in JSON where single quotes stand for double ones. */
    static Form form(String... components) {
        String json = "{'id':'test.form','components':[" + String.join(",", components) + "]}";
        return Form.parse("test:1", 1, json.replace('\'', '"'));
    }

    /** A form of the project's {@code forms/} folder. */
    static Form shipped(String id) {
        String folder = id.startsWith("procedure") ? "procedures/" : "partners/";
        try (InputStream file = FormsFixture.class.getResourceAsStream("/models/forms/" + folder + id + ".form")) {
            return Form.parse(id + ":1", 1, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> check(Form form, Map<String, ?> raw) {
        return FORMS.check(form, raw, Map.of());
    }

    /** What people read beside the fields; empty when the answers are fine. */
    static Map<String, List<String>> problems(Form form, Map<String, ?> raw, Map<String, List<Option>> options) {
        InvalidAnswers refused = catchThrowableOfType(InvalidAnswers.class, () -> FORMS.check(form, raw, options));
        return refused == null ? Map.of() : refused.messages();
    }

    /** The message beside field {@code x}, or "" when the answer is fine. */
    static String problem(Form form, Object answer) {
        return String.join(" ", problems(form, Map.of("x", answer), Map.of()).getOrDefault("x", List.of()));
    }
}
