package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Types hostile texts into all forms of an espace as those who may, works on the tasks that come of it, then reads all that
 * the application shows and sends.
 */
final class HostileRound {

    /** Lines of lists that are opened when all is read again. */
    private static final int OF_ONE_ROUTE = 45;

    private final RouteQuestions<?> espace;
    private final HarmlessPages pages = new HarmlessPages();
    private final List<String> wrong = new ArrayList<>();

    HostileRound(RouteQuestions<?> espace) {
        this.espace = espace;
    }

    void run() {
        SentLetters letters = espace.application.getBean(SentLetters.class);
        Map<Browser, List<String>> owners = owners();
        Map<String, Browser> agents = new LinkedHashMap<>();
        HostileForms forms = new HostileForms(espace.right());
        HostileTasks tasks = new HostileTasks(
                espace.jdbc, organism -> agents.computeIfAbsent(organism, espace::agentOf), pages, espace.right());
        Set<String> openBefore = tasks.open();
        long mailsBefore = lastMail();
        try {
            PageWalk fill = new PageWalk(espace.toRead(), 12, forms);
            owners.forEach(fill::open);
            wrong.addAll(fill.wrong());
            wrong.addAll(tasks.work(openBefore));
            // what was taken in charge is now to be answered
            wrong.addAll(tasks.work(openBefore));
            PageWalk read = new PageWalk(espace.toRead(), OF_ONE_ROUTE, pages);
            owners.forEach(read::open);
            wrong.addAll(read.wrong());
            mails(letters, mailsBefore);
        } finally {
            cleanUp();
        }
        assertThat(wrong).isEmpty();
        assertThat(forms.kept()).as("fields that keep what they are given").containsAll(espace.keeps());
        assertThat(tasks.answered()).as("tasks that were answered").containsAll(espace.answers());
        assertThat(FrozenStatements.of(espace.getClass()).tooDear(forms.dearest()))
                .as("what is sent costs no more statements than told")
                .isEmpty();
        // elsewhere a draft keeps the last text alone, and a login is shown to nobody
        assertThat(pages.shown())
                .as("what was kept is read somewhere")
                .containsAll(espace.answers().isEmpty() ? Set.of() : forms.texts());
    }

    private Map<Browser, List<String>> owners() {
        Map<Browser, List<String>> owners = new LinkedHashMap<>();
        espace.owners()
                .forEach((browser, more) -> owners.put(
                        browser,
                        Stream.concat(
                                        more.stream(),
                                        espace.toRead().stream().map(route -> espace.path(route.split(" ")[1])))
                                .toList()));
        return owners;
    }

    private long lastMail() {
        return espace.jdbc
                .sql("select coalesce(max(id), 0) from mail_outbox")
                .query(Long.class)
                .single();
    }

    /** Sends the mails of this round, and reads them. */
    private void mails(SentLetters letters, long before) {
        Set<String> known =
                Set.copyOf(letters.all().stream().map(HostileRound::id).toList());
        espace.jdbc
                .sql("select distinct recipient from mail_outbox where id > ?")
                .param(before)
                .query(String.class)
                .list()
                .forEach(letters::send);
        letters.all().stream().filter(mail -> !known.contains(id(mail))).forEach(this::mail);
    }

    private void mail(MimeMessage mail) {
        try {
            boolean injected = mail.getHeader("Bcc") != null
                    || mail.getAllRecipients().length != 1
                    || mail.getHeader("Subject").length != 1
                    || mail.getRecipients(Message.RecipientType.TO)[0]
                            .toString()
                            .contains("victime");
            if (injected) {
                wrong.add("mail " + mail.getSubject() + ": a header was made of a text");
            }
            part(mail, mail.getSubject());
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private void part(Part part, String subject) throws MessagingException, IOException {
        if (part.isMimeType("text/html")) {
            pages.html(part.getContent().toString()).forEach(error -> wrong.add("mail " + subject + ": " + error));
        } else if (part.isMimeType("text/plain")) {
            String text = part.getContent().toString();
            boolean escaped = text.contains("&lt;") && !text.contains("&amp;lt;") || text.contains("&quot;");
            if (text.contains(HostileTexts.EVALUATED) || escaped) {
                wrong.add("mail " + subject + ": its plain text is not as typed");
            }
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                part(parts.getBodyPart(i), subject);
            }
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** What every request of an organism shows would be in the way of other tests. */
    private void cleanUp() {
        String texts = " where body like '%xqz%' or title like '%xqz%' or title ~ '^[=+@-]'";
        espace.jdbc.sql("delete from canned_answer" + texts).update();
        espace.jdbc.sql("delete from news" + texts).update();
    }
}
