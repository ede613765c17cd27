package org.navette.forms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must be ({@code validate} and its neighbours in the schema).
 *
 * @param required an answer is needed; a check box must be ticked
 * @param minLength fewest UTF-16 units of a text
 * @param maxLength most UTF-16 units of a text
 * @param min lowest number
 * @param max highest number
 * @param pattern found in a text
 * @param validationType {@code email}, {@code phone} or null
 * @param decimalDigits most digits after the decimal point, null for no limit
 * @param step numbers are multiples of it, null for any
 * @param asText numbers are stored as texts ({@code serializeToString})
 * @param noPastDates dates start today ({@code disallowPassedDates})
 */
record Rules(
        boolean required,
        Limit minLength,
        Limit maxLength,
        Limit min,
        Limit max,
        @Nullable BoundedPattern pattern,
        @Nullable String validationType,
        @Nullable Integer decimalDigits,
        @Nullable BigDecimal step,
        boolean asText,
        boolean noPastDates) {}
