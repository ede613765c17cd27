package org.navette.directory;

import java.util.stream.IntStream;

/** The check digit of French registers (ISO/IEC 7812-1, annex B). */
final class Luhn {

    private Luhn() {}

    /** True for digits whose last one is right. */
    static boolean isValid(String digits) {
        int length = digits.length();
        int sum = IntStream.range(0, length)
                .map(i -> (digits.charAt(i) - '0') * ((length - i) % 2 == 0 ? 2 : 1))
                .map(twice -> twice > 9 ? twice - 9 : twice)
                .sum();
        return sum % 10 == 0;
    }
}
