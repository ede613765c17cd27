package org.navette.procedures;

/** The draft was changed in another tab or by a colleague since the page was opened; nothing was saved. */
public class ChangedElsewhere extends RuntimeException {

    ChangedElsewhere() {
        super("the draft has another version");
    }
}
