package org.navette.providers;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Lines of files that are right: of one establishment and one insured person, on one day.
 *
 * @param today as a person writes it
 */
public record BulkLines(String inpe, String insured, String today) {

    /** A prior agreement. */
    public String agreement(String amount) {
        return String.join(";", inpe, insured, "", today, amount);
    }

    /** As many prior agreements, each of another amount. */
    public List<String> agreements(int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(i -> agreement(i + ",50"))
                .toList();
    }

    /** A reimbursement file. */
    public String bill(String invoice) {
        return String.join(";", inpe, insured, "", "", today, today, invoice, "100");
    }
}
