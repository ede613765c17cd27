package org.navette.accounts;

import java.time.Duration;

/** What a mailed link is for, how long it lives, and below which path of the espace its page is. */
public enum Purpose {
    /** the first password of an account that somebody else made */
    ACTIVATION(Duration.ofDays(7), "accounts/activation", "/mot-de-passe/"),
    /** a new password for one forgotten */
    RESET(Duration.ofHours(24), "accounts/password-reset", "/mot-de-passe/"),
    /** the address of an account that its person made */
    CONFIRMATION(Duration.ofHours(24), "accounts/confirmation", "/confirmation/"),
    /** the new address of an account; mailed to that address, which is not the account's yet */
    EMAIL_CHANGE(Duration.ofHours(24), "accounts/email-change", "/courriel/");

    private final Duration life;
    private final String template;
    private final String path;

    Purpose(Duration life, String template, String path) {
        this.life = life;
        this.template = template;
        this.path = path;
    }

    /** True for the links that let a person choose a password. */
    public boolean choosesPassword() {
        return this == ACTIVATION || this == RESET;
    }

    Duration life() {
        return life;
    }

    String template() {
        return template;
    }

    String path() {
        return path;
    }
}
