package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/** What a report tells, as tests look at it. */
final class ReportWords {

    private ReportWords() {}

    /** All findings, those of the file first. */
    static List<Finding> findings(FileReport report) {
        return Stream.concat(
                        report.ofFile().stream(), report.groups().stream().flatMap(group -> group.findings().stream()))
                .toList();
    }

    /** Without non-breaking spaces. */
    static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    /** None of the libraries' own words. */
    static void isFrench(Finding finding) {
        assertThat(finding.message() + finding.expected())
                .doesNotContainPattern("(?i)\\b(must|should|found|required|expected|unexpected|property|not|is)\\b");
        assertThat(finding.message()).isNotBlank();
        assertThat(finding.expected()).isNotBlank();
    }
}
