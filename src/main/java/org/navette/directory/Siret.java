package org.navette.directory;

import java.util.stream.IntStream;

/** The number of an establishment in the French register: 14 digits, of which the last is a check (Luhn). */
public final class Siret {

    private static final int LENGTH = 14;

    /** The establishments of La Poste have a check of their own: the sum of the digits is a multiple of five. */
    private static final String LA_POSTE = "356000000";

    private Siret() {}

    /** The number without the blanks and dots that people put into it. */
    public static String plain(String typed) {
        return typed.replaceAll("[\\s\\u00a0\\u202f.]", "");
    }

    /** True when the text is such a number, without blanks. */
    public static boolean isValid(String text) {
        if (!text.matches("[0-9]{" + LENGTH + "}")) {
            return false;
        }
        int[] digits = text.chars().map(character -> character - '0').toArray();
        int luhn = IntStream.range(0, LENGTH)
                .map(i -> (LENGTH - i) % 2 == 0 ? digits[i] * 2 : digits[i])
                .map(twice -> twice > 9 ? twice - 9 : twice)
                .sum();
        return luhn % 10 == 0
                || text.startsWith(LA_POSTE) && IntStream.of(digits).sum() % 5 == 0;
    }
}
