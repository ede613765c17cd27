package org.navette.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Nobody administers the engine. Camunda would then lead every agent to its set-up page, which is closed here, so the
 * application does not start.
 */
class NoAdministrator extends IllegalStateException {

    NoAdministrator() {
        super("The engine has no administrator");
    }

    /** Tells what to do instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<NoAdministrator> {

        @Override
        protected FailureAnalysis analyze(Throwable root, NoAdministrator cause) {
            return new FailureAnalysis(
                    cause.getMessage() + ".",
                    "Give the first one with navette.admin.login and navette.admin.password"
                            + " (NAVETTE_ADMIN_LOGIN and NAVETTE_ADMIN_PASSWORD in the environment).",
                    cause);
        }
    }
}
