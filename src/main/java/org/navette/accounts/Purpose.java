package org.navette.accounts;

import java.time.Duration;

/** What a mailed link is for, and how long it lives. */
public enum Purpose {
    /** the first password of an account */
    ACTIVATION(Duration.ofDays(7), "accounts/activation"),
    /** a new password for one forgotten */
    RESET(Duration.ofHours(24), "accounts/password-reset");

    private final Duration life;
    private final String template;

    Purpose(Duration life, String template) {
        this.life = life;
        this.template = template;
    }

    Duration life() {
        return life;
    }

    String template() {
        return template;
    }
}
