package org.navette;

/** How often races are run: a few times with every build, many times with {@code -Pfaults}. */
public final class Rounds {

    private Rounds() {}

    /** @param usual with every build */
    public static int of(int usual) {
        return Math.max(usual, Integer.getInteger("test.rounds", 0));
    }
}
