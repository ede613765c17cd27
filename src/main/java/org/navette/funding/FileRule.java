package org.navette.funding;

import java.time.LocalDate;
import org.navette.directory.Software;

/** A rule that the schema cannot say and that needs nothing but the file and its software: everyone may have it checked. */
@FunctionalInterface
interface FileRule {

    /**
     * What a rule knows beside the file.
     *
     * @param parameters what was chosen on the page
     * @param software what the parameters name
     * @param today in the application's zone
     */
    record Context(FileParameters parameters, Software software, LocalDate today) {

        /** What the couloir of the software asks for. */
        CouloirTerms terms() {
            return CouloirTerms.of(software.couloir());
        }
    }

    /** Tells all that is wrong; never stops at the first, and never fails on what the schema has refused. */
    void check(DeclaredFile file, Context context, Findings findings);
}
