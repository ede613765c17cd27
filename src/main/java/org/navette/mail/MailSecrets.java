package org.navette.mail;

import java.util.Map;

/**
 * Values that must never be stored, such as one-time links: made anew at each attempt to send. Implemented by the module
 * that owns the secret.
 */
public interface MailSecrets {

    /** True when this module adds values to mails of the template. */
    boolean supports(String template);

    /**
     * Makes the values, in a transaction of their own that is committed before the server is asked.
     *
     * @param template the letter's template
     * @param model the letter's stored model
     * @return what is added to the model for this attempt only
     */
    Map<String, Object> reveal(String template, Map<String, Object> model);
}
