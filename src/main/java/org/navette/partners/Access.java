package org.navette.partners;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Decision;

/**
 * What a convention lets a structure do with an organism today: the answer of the table {@code convention-access}.
 *
 * @param level how far the access goes
 * @param notice what is said before the home page
 * @param start first day of the convention
 * @param end last day of the convention
 * @param why the table's answer; null where no table was asked
 */
public record Access(Level level, Notice notice, LocalDate start, LocalDate end, @Nullable Decision why) {

    /** True when requests can be deposited, completed, cancelled and followed up. */
    public boolean canAct() {
        return level == Level.FULL;
    }

    /** How far an access goes. */
    public enum Level {
        BLOCKED,
        FULL,
        READ_ONLY,
        HIDDEN
    }

    /** What is said about the convention; every one but NONE puts an asterisk behind the organism's name. */
    public enum Notice {
        NONE,
        STARTS_LATER,
        ENDS_SOON,
        ENDED_OPEN,
        ENDED_EXTRA
    }
}
