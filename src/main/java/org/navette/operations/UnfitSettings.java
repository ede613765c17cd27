package org.navette.operations;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The application does not start with these settings. */
class UnfitSettings extends IllegalStateException {

    private final List<String> sentences;

    UnfitSettings(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = sentences;
    }

    /** Tells what to change instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<UnfitSettings> {

        @Override
        protected FailureAnalysis analyze(Throwable root, UnfitSettings cause) {
            return new FailureAnalysis(
                    "Navette does not start with these settings.", "- " + String.join("\n- ", cause.sentences), cause);
        }
    }
}
