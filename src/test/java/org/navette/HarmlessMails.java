package org.navette;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends the mails that are written from now on, and looks at them after {@link HostileTexts} were typed. */
final class HarmlessMails {

    private final SentLetters letters;
    private final JdbcClient jdbc;
    private final Set<String> known;
    private final long last;
    private final List<Mail> mails = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /** A mail, its two bodies read apart: most people see one of them alone. */
    private record Mail(String to, String subject, HarmlessPages html, StringBuilder text) {

        boolean shows(String typed) {
            return html.show(typed) && HarmlessPages.plain(text.toString()).contains(HarmlessPages.plain(typed));
        }
    }

    HarmlessMails(SentLetters letters, JdbcClient jdbc) {
        this.letters = letters;
        this.jdbc = jdbc;
        this.known = Set.copyOf(letters.all().stream().map(HarmlessMails::id).toList());
        this.last = jdbc.sql("select coalesce(max(id), 0) from mail_outbox")
                .query(Long.class)
                .single();
    }

    /** Sends what waits, and reads it. */
    void send() {
        jdbc.sql("select distinct recipient from mail_outbox where id > ?")
                .param(last)
                .query(String.class)
                .list()
                .forEach(letters::send);
        letters.all().stream().filter(mail -> !known.contains(id(mail))).forEach(this::read);
    }

    private void read(MimeMessage message) {
        try {
            String to = message.getRecipients(Message.RecipientType.TO)[0].toString();
            Mail mail = new Mail(to, message.getSubject(), new HarmlessPages(), new StringBuilder());
            if (message.getHeader("Bcc") != null
                    || message.getAllRecipients().length != 1
                    || message.getHeader("Subject").length != 1
                    || to.contains("victime")) {
                wrong(mail, "a header was made of a text");
            }
            if (mail.subject().contains(HostileTexts.EVALUATED)) {
                wrong(mail, "an expression was evaluated in its subject");
            }
            read(message, mail);
            mails.add(mail);
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private void read(Part part, Mail mail) throws MessagingException, IOException {
        if (part.isMimeType("text/html")) {
            mail.html().html(part.getContent().toString()).forEach(error -> wrong(mail, error));
        } else if (part.isMimeType("text/plain")) {
            String text = part.getContent().toString();
            boolean escaped = text.contains("&lt;") && !text.contains("&amp;lt;") || text.contains("&quot;");
            if (text.contains(HostileTexts.EVALUATED) || escaped) {
                wrong(mail, "its plain text is not as typed");
            }
            mail.text().append(text);
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                read(parts.getBodyPart(i), mail);
            }
        }
    }

    private void wrong(Mail mail, String what) {
        wrong.add("mail " + mail.subject() + ": " + what);
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes what the mails say for read on pages. */
    void addTo(HarmlessPages pages) {
        mails.forEach(mail -> pages.add(mail.html()));
    }

    /** True when one mail to an address holds all these texts, in its page and in its plain text. */
    boolean show(String address, Collection<String> texts) {
        return mails.stream().filter(mail -> mail.to().equals(address)).anyMatch(mail -> texts.stream()
                .allMatch(mail::shows));
    }

    /** What is wrong with those that were read. */
    List<String> wrong() {
        return wrong;
    }
}
