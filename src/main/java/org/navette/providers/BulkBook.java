package org.navette.providers;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done with the lines of files of one kind. */
interface BulkBook {

    BulkKind kind();

    /**
     * Judges all lines of a file, each with all that is wrong with it; nothing is written. The statements that it runs do
     * not grow with the lines.
     *
     * @return what is to be registered of the lines that are good
     */
    List<Entry> judge(List<BulkLine> lines);

    /**
     * What is registered at once.
     *
     * @param line of the file, the first one where there are several
     * @param payload that can be written as JSON
     */
    record Entry(long line, Object payload) {}

    /** The class of the payloads. */
    Class<?> payload();

    /**
     * Registers entries in the caller's transaction. One that has become impossible since it was judged is refused, and
     * the others are registered.
     *
     * @param agent the login of who registers
     * @param entries with payloads of the class
     */
    List<Outcome> register(String agent, Collection<Entry> entries);

    /**
     * What became of an entry.
     *
     * @param number null where none is given, or it was refused
     * @param refusal in French; null when it was registered
     */
    record Outcome(long line, @Nullable String number, @Nullable String refusal) {}
}
