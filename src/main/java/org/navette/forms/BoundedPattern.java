package org.navette.forms;

import java.util.regex.Pattern;

/**
 * A regular expression that gives up: process owners write patterns, and some of them need ages, or a very deep stack,
 * on a text made for it.
 */
final class BoundedPattern {

    private static final int MOST_READS = 2_000_000;

    private final Pattern pattern;

    /** @throws java.util.regex.PatternSyntaxException when it is no regular expression */
    BoundedPattern(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    /** True when the pattern is found in the text, as {@code RegExp.test} does; false also when it took too long. */
    boolean isFoundIn(String text) {
        try {
            return pattern.matcher(new Reads(text)).find();
        } catch (TooLong | StackOverflowError e) {
            return false;
        }
    }

    /** A text that counts how often it is read. */
    private static final class Reads implements CharSequence {

        private final String text;
        private int left = MOST_READS;

        Reads(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (left-- == 0) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooLong extends RuntimeException {
        TooLong() {
            super(null, null, false, false);
        }
    }
}
