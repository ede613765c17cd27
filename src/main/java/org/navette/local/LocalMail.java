package org.navette.local;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the local mailbox.
 *
 * @param number its place in the order of arrival, from 1
 * @param text the text version, empty when there is none
 * @param html the HTML version, empty when there is none
 * @param attachments names of the attached files, in their order
 */
record LocalMail(
        int number,
        @Nullable Instant date,
        String from,
        String to,
        String subject,
        String text,
        String html,
        List<String> attachments) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH'h'mm");

    /** An attached file. */
    record Attachment(String name, String mediaType, byte[] content) {}

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
        MimeMessage message = message(content);
        Date date = message.getSentDate();
        String subject = message.getSubject();
        return new LocalMail(
                number,
                date == null ? null : date.toInstant(),
                addresses((InternetAddress[]) message.getFrom()),
                addresses((InternetAddress[]) message.getRecipients(MimeMessage.RecipientType.TO)),
                subject == null ? "" : subject,
                find(message, "text/plain"),
                find(message, "text/html"),
                attached(message).map(LocalMail::name).toList());
    }

    /**
     * Reads an attached file of a mail.
     *
     * @param place in the order of the names, from 0
     * @return empty when the mail has not that many
     */
    static Optional<Attachment> attachment(InputStream content, int place) throws MessagingException, IOException {
        Optional<Part> found = attached(message(content)).skip(place).findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Part part = found.get();
        String type = new ContentType(part.getContentType()).getBaseType();
        return Optional.of(
                new Attachment(name(part), type, part.getInputStream().readAllBytes()));
    }

    private static MimeMessage message(InputStream content) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), content);
    }

    private static Stream<Part> attached(Part part) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return Stream.of(part);
        }
        Stream<Part> all = Stream.empty();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                all = Stream.concat(all, attached(parts.getBodyPart(i)));
            }
        }
        return all;
    }

    private static String name(Part part) {
        try {
            String name = part.getFileName();
            return name == null ? "sans-nom" : MimeUtility.decodeText(name);
        } catch (MessagingException | UnsupportedEncodingException e) {
            return "sans-nom";
        }
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
