package org.navette.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of this package share: letters of a reference of their own, their jobs, and mail servers. */
abstract class MailHelp {

    static final String TEMPLATE = "partners/resolved";

    @Autowired
    Outbox outbox;

    @Autowired
    Attempts attempts;

    @Autowired
    Rendering rendering;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JavaMailSenderImpl sender;

    final String reference = "331-" + UUID.randomUUID();
    private final List<GreenMail> servers = new ArrayList<>();
    private String usualHost;
    private int usualPort;

    @BeforeEach
    void rememberServer() {
        usualHost = sender.getHost();
        usualPort = sender.getPort();
    }

    @AfterEach
    void putBack() {
        servers.forEach(GreenMail::stop);
        sender.setHost(usualHost);
        sender.setPort(usualPort);
        ClockUtil.reset();
    }

    Letter letter(String key, String to) {
        return new Letter(
                reference + "/" + key,
                TEMPLATE,
                to,
                Map.of("number", reference, "firstName", "Zoé", "lastName", "D’ARC-LÈGRE"),
                reference);
    }

    void queue(Letter letter) {
        transaction.executeWithoutResult(status -> outbox.queue(letter));
    }

    SentMail only() {
        List<SentMail> mails = outbox.about(reference);
        if (mails.size() != 1) {
            throw new AssertionError("one mail expected: " + mails);
        }
        return mails.get(0);
    }

    /** Runs the jobs of this reference that are due at the engine's time, once each, as the job executor would. */
    void runDueJobs() {
        for (SentMail mail : outbox.about(reference)) {
            for (Job job : jobsOf(mail)) {
                boolean due = job.getDuedate() == null || !job.getDuedate().after(ClockUtil.getCurrentTime());
                if (due && job.getRetries() > 0) {
                    try {
                        jobs.executeJob(job.getId());
                    } catch (RuntimeException expected) {
                        // the engine has noted it on the job
                    }
                }
            }
        }
    }

    List<Job> jobsOf(SentMail mail) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(mail.id()), "send-mail")
                .list()
                .stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    long incidents(SentMail mail) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(mail.id()), "send-mail")
                .withIncident()
                .count();
    }

    void setTime(Instant time) {
        ClockUtil.setCurrentTime(Date.from(time));
    }

    void later(Duration duration) {
        setTime(ClockUtil.getCurrentTime().toInstant().plus(duration));
    }

    /** A real server on the port, to which the application sends from now on; 0 is any free port. */
    GreenMail server(int port) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        servers.add(server);
        sendTo(server.getSmtp().getPort());
        return server;
    }

    void sendTo(int port) {
        sender.setHost("127.0.0.1");
        sender.setPort(port);
    }

    /** Looks through the whole outbox and everything that the engine keeps as text or bytes. */
    void assertNowhere(String secret) {
        assertThat(jdbc.queryForObject(
                        "select count(*) from mail_outbox where mail_outbox::text like ?",
                        Long.class,
                        "%" + secret + "%"))
                .isZero();
        for (String table : List.of("act_ru_job", "act_hi_job_log", "act_ru_variable", "act_ru_incident")) {
            assertThat(jdbc.queryForObject(
                            "select count(*) from " + table + " t where t::text like ?",
                            Long.class,
                            "%" + secret + "%"))
                    .isZero();
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from act_ge_bytearray where position(convert_to(?, 'UTF8') in bytes_) > 0"
                                + " and deployment_id_ is null",
                        Long.class,
                        secret))
                .isZero();
    }

    static int closedPort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(MimeMessage message, String name) {
        try {
            return message.getHeader(name, ", ");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
