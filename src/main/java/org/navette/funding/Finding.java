package org.navette.funding;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something about a file that its author has to know.
 *
 * @param request rank of the request in the file, from 1; 0 when it is about the whole file
 * @param pointer where, as a JSON pointer; of what is missing, when something is missing
 * @param line where, from 1; of what should contain it, when something is missing; 0 when nobody can tell
 * @param message what is wrong
 * @param expected what is expected
 */
public record Finding(Severity severity, int request, String pointer, int line, String message, String expected) {

    /** What becomes of the request. */
    public enum Severity {
        /** it is rejected */
        ERROR("Erreur"),
        /** it is kept */
        WARNING("Avertissement");

        private final String label;

        Severity(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    /** The same on a line. */
    Finding at(int otherLine) {
        return new Finding(severity, request, pointer, otherLine, message, expected);
    }

    /** True when the request is rejected for it. */
    @JsonIgnore
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
