package org.navette.providers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Cnie;
import org.navette.directory.CnssNumber;
import org.navette.providers.Insured.Person;
import org.navette.providers.Insured.Relation;

/**
 * One person of a file of rights. What cannot be read is null; what is wrong is noted on the line.
 *
 * @param cni empty without one
 */
record RightsLine(
        BulkLine line,
        @Nullable String cnssNumber,
        @Nullable String cni,
        @Nullable Relation relation,
        @Nullable String lastName,
        @Nullable String firstName,
        @Nullable LocalDate bornOn,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final String NUMBER = "cnssNumber";
    static final String CNI = "cni";
    static final String RELATION = "relation";
    static final String LAST_NAME = "lastName";

    private static final int FIRST_YEAR = 1900;
    private static final int LONGEST_NAME = 50;
    private static final Map<String, Relation> RELATIONS = Map.of(
            "assure", Relation.INSURED,
            "assuree", Relation.INSURED,
            "conjoint", Relation.SPOUSE,
            "conjointe", Relation.SPOUSE,
            "enfant", Relation.CHILD);

    static RightsLine of(BulkLine line, LocalDate today) {
        if (!line.isGood()) {
            return new RightsLine(line, null, null, null, null, null, null, null, null);
        }
        String cni = Cnie.plain(line.cell(CNI));
        LocalDate from = line.cell("from").isEmpty() ? null : line.day("from", FIRST_YEAR);
        LocalDate to = line.cell("to").isEmpty() ? null : line.day("to", FIRST_YEAR);
        if (to != null && line.cell("from").isEmpty()) {
            line.refuse("to", "WITHOUT_START");
        } else if (to != null && from != null && to.isBefore(from)) {
            line.refuse("to", "BEFORE_START");
        }
        LocalDate bornOn = line.day("bornOn", FIRST_YEAR);
        if (bornOn != null && bornOn.isAfter(today)) {
            line.refuse("bornOn", "TO_COME");
        }
        Relation relation = RELATIONS.get(BulkSheet.folded(line.cell(RELATION)));
        if (relation == null) {
            line.refuse(RELATION, BulkLine.INVALID);
        }
        return new RightsLine(
                line,
                line.text(NUMBER, CnssNumber.plain(line.cell(NUMBER)), CnssNumber::isValid),
                line.text(CNI, cni, text -> text.isEmpty() || Cnie.isValid(text)),
                relation,
                line.text(LAST_NAME, line.cell(LAST_NAME), RightsLine::isName),
                line.text("firstName", line.cell("firstName"), RightsLine::isName),
                bornOn,
                from,
                to);
    }

    /** Names of the registers are written in any letters. */
    private static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && text.chars().anyMatch(Character::isLetter);
    }

    /** Who is meant, whatever the case and accents of the name; null while something of it cannot be read. */
    @Nullable
    String identity() {
        return lastName == null || firstName == null || bornOn == null
                ? null
                : BulkSheet.folded(lastName) + " " + BulkSheet.folded(firstName) + " " + bornOn;
    }

    /** The person of a line without problem. */
    Person person() {
        return new Person(
                Objects.requireNonNull(relation),
                Objects.requireNonNull(lastName),
                Objects.requireNonNull(firstName),
                Objects.requireNonNull(bornOn),
                from,
                to);
    }
}
