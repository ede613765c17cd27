package org.navette.mail;

import java.util.List;
import java.util.Map;

/**
 * Files that go with mails, such as a printed form: made anew at each attempt to send and never stored. Implemented by the
 * module that owns the template.
 */
public interface MailAttachments {

    /**
     * A file.
     *
     * @param name with its extension, as the recipient saves it
     * @param mediaType such as {@code application/pdf}
     * @param content its bytes
     */
    record Attachment(String name, String mediaType, byte[] content) {}

    /** True when this module adds files to mails of the template. */
    boolean supports(String template);

    /**
     * Makes the files, in a transaction of their own that is committed before the server is asked. When it fails the mail
     * waits for another attempt.
     *
     * @param model the letter's stored model, without its secrets
     */
    List<Attachment> of(Map<String, Object> model);
}
