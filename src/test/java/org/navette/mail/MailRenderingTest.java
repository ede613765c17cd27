package org.navette.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@NavetteTest
@DisplayName("The mails")
class MailRenderingTest extends MailHelp {

    @ParameterizedTest(name = "{0}")
    @DisplayName("COMM-08 every mail is French, in HTML and text, with its accents, its link and the common frame")
    @CsvSource(
            delimiter = '|',
            value = {
                "partners/taken-in-charge | Espace Partenaires | prise en charge       | l’historique de vos demandes",
                "partners/resolved        | Espace Partenaires | une réponse           | l’historique de vos demandes",
                "partners/message-received| Espace Partenaires | nouveau message       | l’historique de vos demandes",
                "accounts/known           | Navette            | déjà un compte        | rien n’a été créé",
                "accounts/address-in-use  | Navette            | a été demandée        | rien n’a été modifié",
                "accounts/email-change-asked| Navette          | a été demandé         | elle sera annulée",
                "accounts/password-changed| Navette            | a été modifié         | toutes les sessions ouvertes"
            })
    void everyMail(String template, String espace, String subject, String said) throws Exception {
        boolean partners = template.startsWith("partners/");
        Map<String, Object> model = new LinkedHashMap<>(Map.of("firstName", "Zoé", "lastName", "D’ARC-LÈGRE"));
        model.put("email", "zoe.neuve@exemple.fr");
        model.put("forgotten", "/mot-de-passe-oublie");
        model.put(partners ? "number" : "link", partners ? reference : "/acces/lien");
        String link = "http://localhost:8080" + (partners ? "/partenaires/demandes/" + reference : "/acces/lien");

        MimeMessage message = send(new Letter(reference, template, "zoe@exemple.fr", model, reference));

        assertThat(message.getSubject()).contains(subject).doesNotContain("{");
        assertThat(message.isMimeType("multipart/alternative")).isTrue();
        assertThat(header(message, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(message, "From")).isEqualTo("Navette <ne-pas-repondre@navette.localhost>");
        assertThat(header(message, "Message-ID")).matches("<[-0-9a-f]{36}@navette.localhost>");
        Map<String, String> parts = parts(message);
        assertThat(parts.keySet()).containsExactly("text/plain; charset=UTF-8", "text/html; charset=UTF-8");
        assertThat(parts.values()).allSatisfy(content -> assertThat(content)
                .contains("Zoé", "D’ARC-LÈGRE", espace, said, link, "Ce message est automatique")
                .doesNotContain(" th:", "[(", "[#", "null"));
        assertThat(parts.get("text/html; charset=UTF-8"))
                .contains("<html lang=\"fr\"", "href=\"" + link + "\"")
                .containsOnlyOnce("<body");
        assertThat(parts.get("text/plain; charset=UTF-8")).doesNotContain("<", "&");
    }

    @Test
    @DisplayName("COMM-02 an agent's new password is told with whom to warn, without a link to a page they have not")
    void agents() throws Exception {
        String template = "accounts/agent-password-changed";
        Map<String, Object> model = Map.of("firstName", "Zoé", "lastName", "D’ARC-LÈGRE");
        MimeMessage message = send(new Letter(reference, template, "zoe@exemple.fr", model, null));
        assertThat(message.getSubject()).isEqualTo("Votre mot de passe a été modifié");
        assertThat(parts(message).values()).allSatisfy(content -> assertThat(content)
                .contains("Zoé", "D’ARC-LÈGRE", "toutes les sessions", "prévenez sans attendre votre administrateur")
                .doesNotContain(" th:", "[(", "[#", "null", "/mot-de-passe"));
    }

    @Test
    @DisplayName("COMM-08 a mail whose link is made while it is sent has somebody who makes it")
    void links(@Autowired List<MailSecrets> secrets) throws IOException {
        Resource[] all = new PathMatchingResourcePatternResolver().getResources("classpath*:templates/mail/*/*.txt");
        assertThat(all).hasSizeGreaterThan(30);
        for (Resource text : all) {
            String[] path = text.getURL().getPath().split("/");
            String template = path[path.length - 2] + "/" + text.getFilename().replace(".txt", "");
            // the module accounts lays a link into the model of each of its mails
            if (!template.matches("(accounts|test)/.*")
                    && text.getContentAsString(StandardCharsets.UTF_8).contains("${link}")) {
                assertThat(secrets).as(template).anyMatch(secret -> secret.supports(template));
            }
        }
    }

    @Test
    @DisplayName("COMM-08 what people typed is text in a mail: no markup, no header of their own")
    void injection() throws Exception {
        String hostile = reference + "\r\nBcc: autre@exemple.fr";
        MimeMessage message = send(new Letter(
                reference,
                TEMPLATE,
                "zoe@exemple.fr",
                Map.of("number", reference, "firstName", "<b>Zoé</b>", "lastName", "[(${7*7})] & Cie"),
                hostile));

        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(header(message, "Bcc")).isNull();
        assertThat(message.getSubject()).contains(reference + " Bcc: autre@exemple.fr");
        Map<String, String> parts = parts(message);
        assertThat(parts.get("text/html; charset=UTF-8"))
                .contains("&lt;b&gt;Zoé&lt;/b&gt;", "[(${7*7})] &amp; Cie")
                .doesNotContain("<b>");
        assertThat(parts.get("text/plain; charset=UTF-8")).contains("<b>Zoé</b>", "[(${7*7})] & Cie");
    }

    private MimeMessage send(Letter letter) {
        GreenMail server = server(0);
        queue(letter);
        long id = jdbc.queryForObject("select id from mail_outbox where key = ?", Long.class, letter.key());
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(id), "send-mail")
                .singleResult();
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId());
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    /** The parts of a mail, decoded, by content type. */
    static Map<String, String> parts(MimeMessage message) throws Exception {
        var body = (MimeMultipart) message.getContent();
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < body.getCount(); i++) {
            parts.put(
                    body.getBodyPart(i).getContentType(),
                    body.getBodyPart(i).getContent().toString());
        }
        return parts;
    }
}
