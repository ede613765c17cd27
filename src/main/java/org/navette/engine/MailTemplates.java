package org.navette.engine;

/** Tells which mails exist; implemented by the mail module. */
public interface MailTemplates {

    /**
     * True when the template exists.
     *
     * @param template such as {@code partners/resolved}
     */
    boolean knows(String template);
}
