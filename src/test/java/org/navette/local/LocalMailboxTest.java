package org.navette.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@NavetteTest
@DisplayName("The local mailbox")
class LocalMailboxTest {

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    LocalMailbox mailbox;

    @Autowired
    WebApplicationContext application;

    private MockMvc pages;

    @BeforeEach
    void pages() {
        pages = MockMvcBuilders.webAppContextSetup(application).build();
    }

    @Test
    @DisplayName("COMM-09 without a configured server every mail is shown, the newest first")
    void list() throws Exception {
        send(sender, "Premier été", "<p>bonjour</p>");
        send(sender, "Second <b>été</b>", "<p>bonjour</p>");

        assertThat(mailbox.mails()).extracting(LocalMail::subject).startsWith("Second <b>été</b>", "Premier été");
        pages.perform(get("/local/courriels"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("zoe@exemple.fr")))
                .andExpect(
                        content().string(Matchers.matchesPattern("(?s).*Second &lt;b&gt;été&lt;/b&gt;.*Premier été.*")))
                .andExpect(content().string(Matchers.matchesPattern("(?s).*>\\d\\d/\\d\\d/\\d{4} \\d\\dh\\d\\d<.*")));
    }

    @Test
    @DisplayName("COMM-09 a mail is shown as text and, in a sandbox with a policy of its own, as HTML")
    void one() throws Exception {
        send(sender, "Été", "<p>Voilà <a href=\"http://localhost:8080/x\">le lien</a></p><script>alert(1)</script>");
        int number = mailbox.mails().get(0).number();

        pages.perform(get("/local/courriels/{n}", number))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Voilà le lien :")))
                .andExpect(content().string(Matchers.containsString("<a href=\"http://localhost:8080/x\"")))
                .andExpect(content().string(Matchers.containsString("/local/courriels/" + number + "/html")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("alert"))));
        pages.perform(get("/local/courriels/{n}/html", number))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/html;charset=UTF-8"))
                .andExpect(content().string(Matchers.containsString("<p>Voilà <a")))
                .andExpect(header().string("Content-Security-Policy", Matchers.containsString("default-src 'none'")))
                .andExpect(header().string("Content-Security-Policy", Matchers.containsString("sandbox")));
        pages.perform(get("/local/courriels/{n}", 999_999_999)).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("COMM-09 PROV-02 the files that go with a mail are named below it and can be saved")
    void attachments() throws Exception {
        var helper = new MimeMessageHelper(sender.createMimeMessage(), true, "UTF-8");
        helper.setFrom("navette@localhost");
        helper.setTo("zoe@exemple.fr");
        helper.setSubject("Accusé");
        helper.setText("Voilà", "<p>Voilà</p>");
        helper.addAttachment("accusé-é.pdf", new ByteArrayResource(new byte[] {1, 2, 3}), "application/pdf");
        sender.send(helper.getMimeMessage());
        int number = mailbox.mails().get(0).number();

        pages.perform(get("/local/courriels/{n}", number))
                .andExpect(content().string(Matchers.containsString("accusé-é.pdf")));
        pages.perform(get("/local/courriels/{n}/pieces/0", number))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().bytes(new byte[] {1, 2, 3}))
                .andExpect(header().string("Content-Disposition", Matchers.startsWith("attachment; ")));
        pages.perform(get("/local/courriels/{n}/pieces/1", number)).andExpect(status().isNotFound());
        pages.perform(get("/local/courriels/{n}/pieces/0", 999_999_999)).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("COMM-09 the mails survive a restart, the newest 500 of them, and their numbers go on")
    void restart(@TempDir Path folder) throws Exception {
        try (var first = LocalMailbox.start(folder)) {
            send(to(first), "Avant", "<p>é</p>");
        }
        IntStream.rangeClosed(2, 500).forEach(number -> copy(folder, number));
        try (var second = LocalMailbox.start(folder)) {
            assertThat(second.mails()).hasSize(500);
            send(to(second), "Après", "<p>é</p>");

            List<LocalMail> mails = second.mails();
            assertThat(mails).hasSize(500);
            assertThat(mails.get(0).number()).isEqualTo(501);
            assertThat(mails.get(0).subject()).isEqualTo("Après");
            assertThat(second.find(1)).isEmpty();
        }
    }

    private static void copy(Path folder, int number) {
        try {
            Files.copy(folder.resolve("1.eml"), folder.resolve(number + ".eml"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JavaMailSenderImpl to(LocalMailbox mailbox) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(mailbox.port());
        return sender;
    }

    private static void send(JavaMailSenderImpl sender, String subject, String html) throws Exception {
        var helper = new MimeMessageHelper(sender.createMimeMessage(), true, "UTF-8");
        helper.setFrom("navette@localhost");
        helper.setTo("zoe@exemple.fr");
        helper.setSubject(subject);
        helper.setText("Voilà le lien :\nhttp://localhost:8080/x\n", html);
        sender.send(helper.getMimeMessage());
    }
}
