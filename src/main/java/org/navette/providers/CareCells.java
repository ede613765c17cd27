package org.navette.providers;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.directory.CnssNumber;
import org.navette.directory.Inpe;
import org.navette.providers.CareChecks.Care;

/** The cells that lines of prior agreements and of reimbursement files have in common. */
final class CareCells {

    /** as in the start forms */
    private static final int LONGEST_NAME = 110;

    private CareCells() {}

    /** Who gives care to whom, as a line has it. @param days that it has, by field */
    static Care care(BulkLine line, Map<String, LocalDate> days) {
        return new Care(
                line.text("inpe", Inpe.plain(line.cell("inpe")), Inpe::isValid),
                line.text("cnssNumber", CnssNumber.plain(line.cell("cnssNumber")), CnssNumber::isValid),
                line.text("beneficiary", line.cell("beneficiary"), name -> name.length() <= LONGEST_NAME),
                days);
    }

    /** Adds a day to those of a line, when there is one. */
    static void put(Map<String, LocalDate> days, String field, @Nullable LocalDate day) {
        if (day != null) {
            days.put(field, day);
        }
    }
}
