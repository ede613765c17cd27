package org.navette.mail;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to send a letter, with its secrets and files, which live no longer than the attempt.
 *
 * @param messageId the same for every attempt of a letter
 */
record Attempt(
        long id,
        String template,
        String to,
        Map<String, Object> model,
        @Nullable String reference,
        String messageId,
        List<MailAttachments.Attachment> attachments) {

    Attempt with(Map<String, Object> completed, List<MailAttachments.Attachment> files) {
        return new Attempt(id, template, to, completed, reference, messageId, files);
    }
}
