package org.navette.local;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the local mailbox.
 *
 * @param number its place in the order of arrival, from 1
 * @param text the text version, empty when there is none
 * @param html the HTML version, empty when there is none
 */
record LocalMail(int number, @Nullable Instant date, String from, String to, String subject, String text, String html) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH'h'mm");

    /** The sending date as people read it, such as {@code 03/02/2026 16h26}. */
    public String when(ZoneId zone) {
        return date == null ? "–" : WHEN.format(date.atZone(zone));
    }

    /** The text version's lines, without the empty ones. */
    public List<String> lines() {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    /**
     * Reads a mail as it went over the wire.
     *
     * @throws MessagingException when it is no mail
     */
    static LocalMail read(int number, InputStream content) throws MessagingException, IOException {
        var message = new MimeMessage(Session.getInstance(new Properties()), content);
        Date date = message.getSentDate();
        String subject = message.getSubject();
        return new LocalMail(
                number,
                date == null ? null : date.toInstant(),
                addresses((InternetAddress[]) message.getFrom()),
                addresses((InternetAddress[]) message.getRecipients(MimeMessage.RecipientType.TO)),
                subject == null ? "" : subject,
                find(message, "text/plain"),
                find(message, "text/html"));
    }

    private static String addresses(InternetAddress @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(InternetAddress::toUnicodeString).collect(Collectors.joining(", "));
    }

    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = find(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
