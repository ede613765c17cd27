package org.navette.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.navette.engine.MailTemplates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

/**
 * Turns a letter into a MIME message: subject from the messages, text and HTML from two templates, then its files.
 * Templates also see {@code publicUrl}, {@code espaceName} and {@code subject}; a {@code link} that is a path is made a
 * full address.
 */
@Component
class Rendering implements MailTemplates {

    private static final String FOLDER = "templates/mail/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final MessageSource messages;
    private final Clock clock;
    private final InternetAddress from;
    private final String publicUrl;
    // not a bean: the pages' engine is Spring Boot's own and must stay the only one
    private final ITemplateEngine templates;

    Rendering(
            MessageSource messages,
            Clock clock,
            @Value("${navette.mail.from}") String from,
            @Value("${navette.public-url}") String publicUrl)
            throws Exception {
        this.messages = messages;
        this.clock = clock;
        var sender = new InternetAddress(from, true);
        this.from = new InternetAddress(sender.getAddress(), sender.getPersonal(), StandardCharsets.UTF_8.name());
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.templates = engine(messages);
    }

    /** True when the template has a well-formed name and both files. */
    @Override
    public boolean knows(String template) {
        return NAME.matcher(template).matches()
                && new ClassPathResource(FOLDER + template + ".html").exists()
                && new ClassPathResource(FOLDER + template + ".txt").exists();
    }

    /** The same for a mail of the espace that its template is named after. */
    String subject(String template, @Nullable String reference) {
        return subject(template, reference, espaceName(firstSegment(template)));
    }

    /**
     * The subject line, in which {0} stands for the reference and {1} for the espace; on one line whatever the reference
     * holds.
     */
    private String subject(String template, @Nullable String reference, String espaceName) {
        String code = "mail." + template.replace('/', '.') + ".subject";
        Object[] values = {reference == null ? "" : reference, espaceName};
        String subject = messages.getMessage(code, values, "Navette", Locale.FRENCH);
        return CONTROL.matcher(String.valueOf(subject)).replaceAll(" ").strip();
    }

    /** What follows the @ of the sender's address; Message-IDs end with it. */
    String senderDomain() {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }

    /**
     * Writes the letter into an empty message.
     *
     * @throws jakarta.mail.internet.AddressException when the recipient's is not exactly one address
     * @throws org.thymeleaf.exceptions.TemplateEngineException when a template fails
     */
    MimeMessage compose(Attempt letter, MimeMessage message) throws MessagingException {
        String espaceName = espaceName(letter);
        String subject = subject(letter.template(), letter.reference(), espaceName);
        var context = new Context(Locale.FRENCH, variables(letter, subject, espaceName));
        var body = new MimeMultipart("alternative");
        // the last part is the one preferred (RFC 2046, 5.1.4)
        body.addBodyPart(part(templates.process(letter.template() + ".txt", context), "plain"));
        body.addBodyPart(part(templates.process(letter.template() + ".html", context), "html"));
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", letter.messageId());
        // RFC 3834: no out-of-office reply to a machine
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", "fr");
        message.setContent(letter.attachments().isEmpty() ? body : mixed(body, letter.attachments()));
        return message;
    }

    /** The letter in its versions, then its files (RFC 2046, 5.1.3). */
    private static MimeMultipart mixed(MimeMultipart body, List<MailAttachments.Attachment> attachments)
            throws MessagingException {
        var first = new MimeBodyPart();
        first.setContent(body);
        var whole = new MimeMultipart("mixed", first);
        for (MailAttachments.Attachment attachment : attachments) {
            whole.addBodyPart(part(attachment));
        }
        return whole;
    }

    private String espaceName(Attempt letter) {
        return espaceName(letter.model()
                .getOrDefault("espace", firstSegment(letter.template()))
                .toString());
    }

    private String espaceName(String espace) {
        return Objects.requireNonNull(messages.getMessage("mail.espace." + espace, null, "Navette", Locale.FRENCH));
    }

    private Map<String, Object> variables(Attempt letter, String subject, String espaceName) {
        Map<String, Object> variables = new HashMap<>(letter.model());
        variables.put("espaceName", espaceName);
        variables.put("publicUrl", publicUrl);
        variables.put("subject", subject);
        if (variables.get("link") instanceof String link && link.startsWith("/")) {
            variables.put("link", publicUrl + link);
        }
        return variables;
    }

    private static String firstSegment(String template) {
        return template.substring(0, template.indexOf('/'));
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    private static MimeBodyPart part(MailAttachments.Attachment attachment) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(CONTROL.matcher(attachment.name()).replaceAll(" "));
        // bytes arrive as they are, whatever lines they look like
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static ITemplateEngine engine(MessageSource messages) {
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
        return engine;
    }

    private static ITemplateResolver resolver(String names, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver(Rendering.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.setResolvablePatterns(Set.of(names));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }
}
