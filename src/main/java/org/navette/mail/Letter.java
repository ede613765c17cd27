package org.navette.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent to one person.
 *
 * @param key unique for ever: request, step and occurrence; a second letter with the same key is not sent
 * @param template such as {@code partners/taken-in-charge}: {@code templates/mail/<template>.html} and {@code .txt},
 *     subject in the messages under {@code mail.partners.taken-in-charge.subject}
 * @param to one address, without a display name
 * @param model what the template shows; stored as JSON, therefore plain values and never a secret ({@link MailSecrets})
 * @param reference the request on which the mail is listed (its number), or what else the subject names, or null; the
 *     subject's first argument
 * @param fleeting whether its address and model are erased as soon as it has left; that it was sent stays
 */
public record Letter(
        String key,
        String template,
        String to,
        Map<String, Object> model,
        @Nullable String reference,
        boolean fleeting) {

    public Letter {
        model = Map.copyOf(model);
    }

    /** One that is kept as long as what it is about. */
    public Letter(String key, String template, String to, Map<String, Object> model, @Nullable String reference) {
        this(key, template, to, model, reference, false);
    }
}
