package org.navette.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NavetteTest
@DisplayName("The purge of files")
class FilePurgeTest {

    private static final String OWNER = "partners:someone";
    private static final AttachmentRules RULES = new AttachmentRules(200, 1_000, List.of("csv"), null, null);

    @Autowired
    FileStore store;

    @Autowired
    FileResponses responses;

    @Autowired
    ManagementService management;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private long request;
    private final UUID bucket = UUID.randomUUID();

    @BeforeEach
    void request() {
        request = SomeRequest.in(jdbc);
    }

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("COMM-07 the engine starts the purge every hour, as the model says")
    void hourly() {
        assertThat(management
                        .createJobDefinitionQuery()
                        .processDefinitionKey("file-purge")
                        .jobType("timer-start-event")
                        .list())
                .extracting(definition -> definition.getJobConfiguration())
                .containsOnly("CYCLE: R/PT1H");
    }

    @Test
    @DisplayName("COMM-07 what was never sent goes after 24 hours, in batches; what was sent stays")
    void orphans() {
        for (int i = 0; i < 120; i++) {
            upload("orphelin" + i + ".csv");
        }
        StoredFile sent = attach(upload("envoye.csv"), null);

        pass(Duration.ofHours(23));
        HourlyPurge.run(management);
        assertThat(store.inBucket(bucket, OWNER)).hasSize(120);

        pass(Duration.ofHours(2));
        HourlyPurge.run(management);
        assertThat(store.inBucket(bucket, OWNER)).isEmpty();
        assertThat(store.find(request, sent.id())).contains(sent);
        assertThat(chunks(sent.id())).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from file_chunk c left join stored_file f on f.id = c.file_id"
                                + " where f.id is null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("PART-14 after 15 days the content of a received file is removed; name, date and reason stay")
    void expiry() {
        Instant until = clock.instant().plus(Duration.ofDays(15));
        StoredFile file = attach(upload("reponse.csv"), until);

        pass(Duration.ofDays(15).minusMinutes(5));
        HourlyPurge.run(management);
        assertThat(chunks(file.id())).isEqualTo(1);
        assertThat(responses.download(file).getStatusCode().value()).isEqualTo(200);

        pass(Duration.ofMinutes(10));
        assertThatExceptionOfType(ContentUnavailable.class)
                .as("the date counts, not the purge")
                .isThrownBy(() -> responses.download(file))
                .withMessageContaining("reponse.csv");
        HourlyPurge.run(management);

        StoredFile purged = store.find(request, file.id()).orElseThrow();
        assertThat(chunks(file.id())).isZero();
        assertThat(purged.name()).isEqualTo("reponse.csv");
        assertThat(purged.at()).isEqualTo(file.at());
        assertThat(purged.contentRemovedAt()).isNotNull();
        assertThat(purged.removalReason()).isEqualTo("La période de téléchargement est terminée.");
        assertThatExceptionOfType(ContentUnavailable.class).isThrownBy(() -> responses.download(purged));
    }

    private void pass(Duration time) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(time)));
    }

    private StoredFile upload(String name) {
        byte[] content = ("contenu de " + name).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return store.upload(bucket, OWNER, RULES, 0, name, new ByteArrayInputStream(content));
    }

    private StoredFile attach(StoredFile file, @org.jspecify.annotations.Nullable Instant until) {
        return new TransactionTemplate(transactions)
                .execute(status -> store.attach(
                        bucket, OWNER, List.of(file.id()), RULES, 0, request, Direction.RECEIVED, "answer", until))
                .get(0);
    }

    private int chunks(UUID id) {
        return jdbc.sql("select count(*) from file_chunk where file_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
