package org.navette.accounts;

import org.springframework.util.Assert;

/**
 * How long passwords of an espace are, where it has a rule of its own; a bean of the espace.
 *
 * @param espace the espace's code
 * @param shortest in characters, as a person counts them
 * @param longest in characters
 */
public record PasswordLength(String espace, int shortest, int longest) {

    public PasswordLength {
        Assert.isTrue(shortest > 0 && shortest <= longest, "a password is not shorter than its shortest");
    }
}
