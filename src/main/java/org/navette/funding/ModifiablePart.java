package org.navette.funding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.navette.funding.FundingRequest.Field;

/**
 * A part of the page on which a supplier changes what an agent has named (FUND-14), and of the request's JSON.
 *
 * @param field what the agent names
 * @param path where it is in the request's JSON, its names separated by dots; empty for the request itself
 * @param one what one row is called
 * @param items what is typed, of each row when there are rows
 * @param problem what is said when the whole part is wrong
 */
public record ModifiablePart(Field field, String path, Shape shape, String one, List<Item> items, String problem) {

    public ModifiablePart {
        items = List.copyOf(items);
    }

    /** How a part is written. */
    public enum Shape {
        /** single properties */
        PROPERTIES,
        /** an object that is left out when nothing is typed */
        OPTIONAL,
        /** a list of objects; rows in which nothing is typed are left out */
        ROWS
    }

    /** How a property is typed. */
    public enum Kind {
        TEXT(null),
        EMAIL("email"),
        PHONE("tel"),
        /** digits, blanks between them being nothing */
        NUMBER(null),
        DAY("numeric"),
        AMOUNT("decimal"),
        TICK(null),
        /** the professional profile of an establishment */
        TRADE(null);

        private final @Nullable String inputMode;

        Kind(@Nullable String inputMode) {
            this.inputMode = inputMode;
        }

        /** The keyboard that a phone should show; null for the usual one. */
        public @Nullable String inputMode() {
            return inputMode;
        }
    }

    /**
     * What is typed for one property.
     *
     * @param property its name in the JSON
     * @param required false when it may stay empty; one number is enough where there are several kinds
     * @param problem what is said when it has not the right form, or is missing
     */
    public record Item(String property, Kind kind, String label, boolean required, String problem) {}

    /** The name of a property on the page, for parts without rows. */
    public String name(Item item) {
        return path.isEmpty() ? item.property() : path + "." + item.property();
    }

    /** The name of a property of a row, from 0. */
    public String name(int row, Item item) {
        return path + "." + row + "." + item.property();
    }

    /** What a message about the whole part is tied to. */
    public String anchor() {
        return path.isEmpty() ? items.get(0).property() : path;
    }
}
