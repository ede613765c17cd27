package org.navette.providers;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table an establishment looks for; never another establishment's.
 *
 * @param sql {@code from … where …}
 * @param values what stands for the question marks, in their order
 */
record CareQuery(String sql, List<Object> values) {

    CareQuery {
        values = List.copyOf(values);
    }

    /** All rows of an establishment. */
    static CareQuery of(String table, UUID establishment) {
        return new CareQuery(" from " + table + " where establishment_id = ?", List.of(establishment));
    }

    /** Those for which a condition without values holds. */
    CareQuery where(String condition) {
        return new CareQuery(sql + " and " + condition, values);
    }

    /** Those whose column has this value; all when it is null or empty. */
    CareQuery is(String column, @Nullable Object value) {
        return compared(column + " = ?", "".equals(value) ? null : value);
    }

    /** Those whose column has a day of the period. */
    CareQuery within(String column, Period period) {
        return compared(column + " >= ?", period.from()).compared(column + " <= ?", period.to());
    }

    private CareQuery compared(String condition, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        List<Object> more = new ArrayList<>(values);
        more.add(value);
        return new CareQuery(where(condition).sql, more);
    }
}
