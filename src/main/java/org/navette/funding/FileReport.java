package org.navette.funding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was found in one file.
 *
 * @param rules the version of the rules that it was checked with, see {@link FileSchema#version()}
 * @param requests how many the file holds; 0 when it cannot be read
 * @param good how many of them have no error
 * @param warned how many of the good ones have a warning
 * @param ofFile what is about the whole file
 * @param groups what is about single requests, those with findings only
 * @param others how many findings more there are than are told
 * @param declarations the good requests; empty when the file itself has an error
 * @param regime of VAT; null when the file does not say it right
 */
public record FileReport(
        String rules,
        int requests,
        int good,
        int warned,
        List<Finding> ofFile,
        List<Group> groups,
        int others,
        List<Declaration> declarations,
        @Nullable VatRegime regime) {

    public FileReport {
        ofFile = List.copyOf(ofFile);
        groups = List.copyOf(groups);
        declarations = List.copyOf(declarations);
    }

    /**
     * What was found in one request.
     *
     * @param rank in the file, from 1
     * @param editorNumber as the file writes it, shortened; empty when it writes none
     */
    public record Group(int rank, String editorNumber, List<Finding> findings) {

        public Group {
            findings = List.copyOf(findings);
        }

        /** How many of the findings are errors. */
        public long errors() {
            return findings.stream().filter(Finding::isError).count();
        }
    }

    /** How many requests have errors. */
    public int wrong() {
        return requests - good;
    }

    /** True when nothing of the file can be imported, however good its requests are. */
    public boolean fileIsWrong() {
        return ofFile.stream().anyMatch(Finding::isError);
    }

    /** True when nothing at all was found. */
    public boolean isClean() {
        return ofFile.isEmpty() && groups.isEmpty();
    }
}
