package org.navette;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tests' local mailbox holds. */
@Component
public class SentLetters {

    private static final Pattern LINK = Pattern.compile("https?://localhost:\\d+(/\\S+)");

    private final ManagementService management;
    private final JdbcClient jdbc;
    private final Path folder;

    SentLetters(ManagementService management, JdbcClient jdbc, @Value("${navette.local.data}") Path data) {
        this.management = management;
        this.jdbc = jdbc;
        this.folder = data.resolve("mailbox");
    }

    /**
     * One mail.
     *
     * @param files the names of what goes with it
     */
    public record Letter(String subject, String text, List<String> files) {

        /** The path of the first link to the application. */
        public String link() {
            var link = LINK.matcher(text);
            if (!link.find()) {
                throw new AssertionError("no link in: " + text);
            }
            return link.group(1);
        }
    }

    /** Runs the jobs that send the mails to an address, which no job executor does in tests; other tests' mails wait. */
    public void send(String address) {
        jdbc.sql(
                        "select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_"
                                + " join mail_outbox m on m.id::text = e.business_key_"
                                + " where m.recipient = ? and j.process_def_key_ = 'send-mail' and j.retries_ > 0 order by m.id")
                .param(address)
                .query(String.class)
                .list()
                .forEach(management::executeJob);
    }

    /** Sends what waits, then reads the mails to an address, oldest first. */
    public List<Letter> to(String address) {
        send(address);
        List<Letter> found = new ArrayList<>();
        for (Path file : files()) {
            try (var content = Files.newInputStream(file)) {
                var mail = new MimeMessage(Session.getInstance(new Properties()), content);
                if (mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address)) {
                    found.add(new Letter(mail.getSubject(), text(mail), names(mail)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    /** The newest mail to an address. */
    public Letter lastTo(String address) {
        var letters = to(address);
        if (letters.isEmpty()) {
            throw new AssertionError("no mail to " + address);
        }
        return letters.get(letters.size() - 1);
    }

    /** The mails in the box, oldest first, as they came. */
    public List<MimeMessage> all() {
        List<MimeMessage> all = new ArrayList<>();
        for (Path file : files()) {
            try (var content = Files.newInputStream(file)) {
                all.add(new MimeMessage(Session.getInstance(new Properties()), content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }

    private List<Path> files() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparingInt(SentLetters::number))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replace(".eml", ""));
    }

    private static List<String> names(Part part) throws MessagingException, IOException {
        List<String> names = new ArrayList<>();
        if (part.getFileName() != null) {
            names.add(part.getFileName());
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                names.addAll(names(parts.getBodyPart(i)));
            }
        }
        return names;
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String text = text(inner);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
