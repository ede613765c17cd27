package org.navette.funding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.navette.funding.QuestionTheme.Question;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The frequent questions, from files that are read and checked when the application starts (FUND-02). */
@Component
public class Questions {

    private static final String FILES = "classpath:funding/questions/*.yaml";

    private final List<QuestionTheme> themes;

    /** @throws IllegalStateException when a file is not as it must be */
    Questions() {
        this.themes = read();
    }

    private static List<QuestionTheme> read() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES);
            List<QuestionTheme> themes = Arrays.stream(files)
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .map(Questions::read)
                    .toList();
            Set<String> ids = new HashSet<>();
            themes.stream().map(QuestionTheme::id).filter(id -> !ids.add(id)).forEach(twice -> {
                throw new IllegalStateException("frequent questions: two files are about " + twice);
            });
            return themes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static QuestionTheme read(Resource file) {
        try {
            return QuestionFile.read(
                    Objects.requireNonNull(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All themes, in their order. */
    public List<QuestionTheme> themes() {
        return themes;
    }

    /** The questions that hold all the words, in theme, question or answer, under their themes; all for no word. */
    public List<QuestionTheme> with(SoughtWords words) {
        return themes.stream()
                .map(theme -> new QuestionTheme(
                        theme.id(),
                        theme.title(),
                        theme.questions().stream()
                                .filter(question -> words.areAllIn(texts(theme, question)))
                                .toList()))
                .filter(theme -> !theme.questions().isEmpty())
                .toList();
    }

    private static List<String> texts(QuestionTheme theme, Question question) {
        return Stream.concat(Stream.of(theme.title(), question.text()), question.answer().stream())
                .toList();
    }
}
