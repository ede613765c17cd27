package org.navette.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

@NavetteTest
@DisplayName("Files that go with mails")
class MailAttachmentsTest extends MailHelp {

    private static final String OWNED = "test/secret";
    private static final String BEAN = "testAttachments";

    @Autowired
    DefaultListableBeanFactory beans;

    @AfterEach
    void forget() {
        beans.destroySingleton(BEAN);
    }

    @Test
    @DisplayName("PROV-02 a file is made anew at each attempt, arrives byte for byte and is stored nowhere")
    void file() throws Exception {
        List<byte[]> made = new ArrayList<>();
        owner(model -> {
            assertThat(model).containsEntry("account", "42");
            made.add(content("pièce-" + System.nanoTime()));
            return List.of(
                    new MailAttachments.Attachment(
                            "Accusé de réception.pdf", "application/pdf", made.get(made.size() - 1)),
                    new MailAttachments.Attachment(
                            "notes.txt", "text/plain; charset=UTF-8", "été\n.\n".getBytes(StandardCharsets.UTF_8)));
        });
        queue(owned());
        sendTo(closedPort());
        runDueJobs();
        assertNowhere("pièce-");

        later(Duration.ofMinutes(2));
        GreenMail server = server(0);
        runDueJobs();

        assertThat(made).hasSize(2);
        assertThat(made.get(0)).isNotEqualTo(made.get(1));
        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.isMimeType("multipart/mixed")).isTrue();
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        versions(parts.getBodyPart(0));
        BodyPart paper = parts.getBodyPart(1);
        assertThat(paper.isMimeType("application/pdf")).isTrue();
        assertThat(paper.getDisposition()).isEqualTo(Part.ATTACHMENT);
        assertThat(paper.getFileName()).isEqualTo("Accusé de réception.pdf");
        assertThat(paper.getInputStream().readAllBytes()).isEqualTo(made.get(1));
        assertThat(parts.getBodyPart(2).getInputStream().readAllBytes())
                .isEqualTo("été\n.\n".getBytes(StandardCharsets.UTF_8));
        assertThat(only().state()).isEqualTo(SentMail.State.SENT);
        assertNowhere("pièce-");
    }

    @Test
    @DisplayName("PROV-02 mails of other templates, and those whose owner has no file, stay as they are")
    void without() throws Exception {
        owner(model -> List.of());
        GreenMail server = server(0);
        queue(owned());
        queue(letter("résolu", "zoe@exemple.fr"));
        runDueJobs();

        assertThat(server.getReceivedMessages()).hasSize(2);
        for (MimeMessage message : server.getReceivedMessages()) {
            versions(message);
        }
    }

    @Test
    @DisplayName("PROV-02 a mail whose file cannot be made waits, without a word about what failed, and is sent later")
    void failing() {
        boolean[] broken = {true};
        owner(model -> {
            if (broken[0]) {
                throw new IllegalStateException("Zoé MARTIN n’a pas de dossier");
            }
            return List.of();
        });
        GreenMail server = server(0);
        queue(owned());
        runDueJobs();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(only().state()).isEqualTo(SentMail.State.WAITING);
        assertThat(only().possiblyTwice()).isFalse();
        assertThat(only().reason()).isEqualTo("Le courriel n’a pas pu être composé : IllegalStateException");
        assertThat(jobs.getJobExceptionStacktrace(jobsOf(only()).get(0).getId()))
                .doesNotContain("MARTIN");

        broken[0] = false;
        later(Duration.ofMinutes(2));
        runDueJobs();
        assertThat(only().state()).isEqualTo(SentMail.State.SENT);
    }

    @Test
    @DisplayName("PROV-02 the name of a file writes no header")
    void injection() throws Exception {
        owner(model -> List.of(new MailAttachments.Attachment(
                "x.pdf\r\nX-Injected: oui\r\n\r\n<b>", "application/pdf", new byte[] {1})));
        GreenMail server = server(0);
        queue(owned());
        runDueJobs();

        MimeMessage message = server.getReceivedMessages()[0];
        BodyPart file = ((MimeMultipart) message.getContent()).getBodyPart(1);
        assertThat(file.getHeader("X-Injected")).isNull();
        assertThat(message.getHeader("X-Injected")).isNull();
        assertThat(file.getFileName()).startsWith("x.pdf X-Injected");
        assertThat(file.getInputStream().readAllBytes()).containsExactly(1);
    }

    private Letter owned() {
        return new Letter(
                reference,
                OWNED,
                "zoe@exemple.fr",
                Map.of("account", "42", "firstName", "Zoé", "lastName", "MARTIN", "link", "/suite"),
                reference);
    }

    private void owner(Function<Map<String, Object>, List<MailAttachments.Attachment>> files) {
        beans.registerSingleton(BEAN, new MailAttachments() {
            @Override
            public boolean supports(String template) {
                return template.equals(OWNED);
            }

            @Override
            public List<Attachment> of(Map<String, Object> model) {
                return files.apply(model);
            }
        });
    }

    /** Text and HTML, and nothing else. */
    private static void versions(Part letter) throws Exception {
        assertThat(letter.isMimeType("multipart/alternative")).isTrue();
        var versions = (MimeMultipart) letter.getContent();
        assertThat(versions.getCount()).isEqualTo(2);
        assertThat(versions.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(versions.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(versions.getBodyPart(0).getContent().toString()).contains("Zoé");
    }

    /** Every byte there is, and a word to look for. */
    private static byte[] content(String word) {
        byte[] text = word.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(text, text.length + 256);
        for (int i = 0; i < 256; i++) {
            all[text.length + i] = (byte) i;
        }
        return all;
    }
}
