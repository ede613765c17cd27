package org.navette.funding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A theme of the frequent questions (FUND-02).
 *
 * @param id unique, in lower case with hyphens: the anchor of its accordion
 * @param title as people read it
 */
public record QuestionTheme(String id, String title, List<Question> questions) {

    public QuestionTheme {
        questions = List.copyOf(questions);
    }

    /**
     * A question and its answer.
     *
     * @param answer its paragraphs
     * @param link where to go on; null for nowhere
     */
    public record Question(String text, List<String> answer, @Nullable Link link) {

        public Question {
            answer = List.copyOf(answer);
        }
    }

    /** A link below an answer. @param href a page of the espace, or a whole address */
    public record Link(String label, String href) {

        /** True when it leaves the application. */
        public boolean isOutside() {
            return !href.startsWith("/");
        }
    }
}
