package org.navette.funding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.navette.funding.QuestionTheme.Link;
import org.navette.funding.QuestionTheme.Question;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads one theme of the frequent questions: {@code NN-id.yaml} with {@code title} and {@code questions}, each with
 * {@code question}, {@code answer} (paragraphs) and at most one {@code link} ({@code label}, {@code href}).
 */
final class QuestionFile {

    private static final Pattern NAME = Pattern.compile("\\d\\d-([a-z0-9]+(?:-[a-z0-9]+)*)\\.yaml");
    private static final Pattern HREF = Pattern.compile("/segur(/[a-z-]+)*|https://[a-z0-9.-]+(/\\S*)?");

    private final String name;

    private QuestionFile(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @param name the file's own name, for the theme's id and for messages
     * @throws IllegalStateException when it is not as said above: it tells the file and what is wrong
     */
    static QuestionTheme read(String name, String content) {
        return new QuestionFile(name).theme(content);
    }

    private QuestionTheme theme(String content) {
        Matcher id = NAME.matcher(name);
        if (!id.matches()) {
            throw wrong("its name is not NN-id.yaml");
        }
        Map<?, ?> theme = map(parse(content), "the file", Set.of("title", "questions"));
        return new QuestionTheme(id.group(1), text(theme, "title"), list(theme, "questions", this::question));
    }

    private Object parse(String content) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new SafeConstructor(options)).load(content);
        } catch (YAMLException e) {
            throw wrong(e.getMessage());
        }
    }

    private Question question(Object value) {
        Map<?, ?> question = map(value, "a question", Set.of("question", "answer", "link"));
        return new Question(
                text(question, "question"), list(question, "answer", this::paragraph), link(question.get("link")));
    }

    private @Nullable Link link(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        Map<?, ?> link = map(value, "a link", Set.of("label", "href"));
        String href = text(link, "href");
        if (!HREF.matcher(href).matches()) {
            throw wrong("a link leads neither to a page of the espace nor to an https address: " + href);
        }
        return new Link(text(link, "label"), href);
    }

    private Map<?, ?> map(@Nullable Object value, String what, Set<String> keys) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(what + " is no mapping");
        }
        for (Object key : map.keySet()) {
            if (!(key instanceof String word) || !keys.contains(word)) {
                throw wrong("nobody reads \"" + key + "\" of " + what);
            }
        }
        return map;
    }

    private <T> List<T> list(Map<?, ?> map, String key, Function<Object, T> read) {
        if (!(map.get(key) instanceof List<?> values) || values.isEmpty()) {
            throw wrong(key + " is no list, or an empty one");
        }
        List<T> all = new ArrayList<>();
        for (Object value : values) {
            all.add(read.apply(value));
        }
        return all;
    }

    private String text(Map<?, ?> map, String key) {
        return words(map.get(key), key);
    }

    private String paragraph(Object value) {
        return words(value, "answer");
    }

    private String words(@Nullable Object value, String key) {
        if (!(value instanceof String text) || text.isBlank()) {
            throw wrong(key + " is no text, or an empty one");
        }
        return text.strip();
    }

    private IllegalStateException wrong(String problem) {
        return new IllegalStateException("frequent questions, " + name + ": " + problem);
    }
}
