package org.navette.local;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends mails to the local mailbox unless {@code spring.mail.host} names a real server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "local")
@EnableConfigurationProperties(MailProperties.class)
class LocalMailConfiguration {

    @Bean(destroyMethod = "close")
    LocalMailbox localMailbox(@Value("${navette.local.data:data}") Path folder) {
        return LocalMailbox.start(folder.toAbsolutePath().resolve("mailbox"));
    }

    /** Depends on the mailbox, so that it listens before anything can be sent. */
    @Bean
    JavaMailSenderImpl localMailSender(LocalMailbox mailbox, MailProperties settings) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(mailbox.port());
        sender.setDefaultEncoding(settings.getDefaultEncoding().name());
        sender.getJavaMailProperties().putAll(settings.getProperties());
        return sender;
    }
}
