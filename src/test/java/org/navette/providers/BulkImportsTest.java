package org.navette.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.directory.Supervisor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("PROV-18 The registration of many by a file")
class BulkImportsTest {

    @Autowired
    BulkDesk bulk;

    @Autowired
    BulkReports reports;

    @Autowired
    CareDesk desk;

    @Autowired
    ProviderWorld world;

    @Autowired
    CnssAgency agency;

    @Autowired
    JdbcClient jdbc;

    private CareEstablishment clinic;
    private String insured;
    private String today;
    private BulkLines lines;

    @BeforeEach
    void people() {
        clinic = world.known(Sector.PRIVATE);
        insured = desk.insured();
        today = ProviderWorld.day(desk.today());
        lines = new BulkLines(clinic.inpe(), insured, today);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    private long count(String rows, Object... values) {
        return jdbc.sql("select count(*) from " + rows)
                .params(values)
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName(
            "PROV-18 registers every line of a good file once, under numbers without a gap, then forgets the lines")
    void all() {
        long id = bulk.take(BulkKind.PRIOR_AGREEMENTS, BulkDesk.file(BulkKind.PRIOR_AGREEMENTS, lines.agreements(60)));
        assertThat(count("prior_agreement where establishment_id = ?", clinic.id()))
                .isZero();

        assertThat(bulk.run(id)).isEqualTo(3);

        List<String> numbers = bulk.numbers(id);
        int first = Integer.parseInt(numbers.get(0).substring(9));
        assertThat(numbers)
                .extracting(number -> Integer.parseInt(number.substring(9)))
                .containsExactlyElementsOf(
                        IntStream.range(first, first + 60).boxed().toList());
        assertThat(jdbc.sql("select requested from prior_agreement where establishment_id = ? order by id")
                        .param(clinic.id())
                        .query(String.class)
                        .list())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 60).mapToObj(i -> i + ".50").toList());
        BulkImport done = bulk.file(id);
        assertThat(done.isRunning()).isFalse();
        assertThat(done.registered()).isEqualTo(60);
        assertThat(count("provider_import_line where import_id = ? and payload is not null", id))
                .isZero();
    }

    @Test
    @DisplayName("PROV-18 goes on where it was after a job has failed, and registers each line once")
    void interrupted() {
        long id = bulk.take(BulkKind.PRIOR_AGREEMENTS, BulkDesk.file(BulkKind.PRIOR_AGREEMENTS, lines.agreements(40)));
        bulk.runOnce(id);
        assertThat(bulk.file(id).done()).isEqualTo(BulkImports.BATCH);
        // the thirtieth cannot be read: those before it in the same job go back too
        String payload = jdbc.sql("select payload from provider_import_line where import_id = ? and line = 31")
                .param(id)
                .query(String.class)
                .single();
        jdbc.sql("update provider_import_line set payload = '{}' where import_id = ? and line = 31")
                .param(id)
                .update();
        assertThatThrownBy(() -> bulk.runOnce(id)).isInstanceOf(RuntimeException.class);
        assertThat(bulk.file(id).done()).isEqualTo(BulkImports.BATCH);
        assertThat(count("prior_agreement where establishment_id = ?", clinic.id()))
                .isEqualTo(BulkImports.BATCH);
        jdbc.sql("update provider_import_line set payload = ?::jsonb where import_id = ? and line = 31")
                .params(payload, id)
                .update();

        bulk.run(id);

        List<String> numbers = bulk.numbers(id);
        assertThat(numbers).hasSize(40).doesNotHaveDuplicates().isSorted();
        assertThat(Integer.parseInt(numbers.get(39).substring(9))
                        - Integer.parseInt(numbers.get(0).substring(9)))
                .isEqualTo(39);
        assertThat(count("prior_agreement where establishment_id = ?", clinic.id()))
                .isEqualTo(40);
    }

    @Test
    @DisplayName(
            "PROV-18 refuses a line that has become impossible since the file was checked, and registers the others")
    void meanwhile() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        List<String> bills =
                IntStream.range(0, 5).mapToObj(i -> lines.bill(mark + "-" + i)).toList();
        long id = bulk.take(BulkKind.REIMBURSEMENTS, BulkDesk.file(BulkKind.REIMBURSEMENTS, bills));
        desk.register(new Reimbursements.New(
                clinic.inpe(), insured, "", "", desk.today(), desk.today(), mark + "-2", BigDecimal.TEN));
        bulk.run(id);
        List<String> became = bulk.numbers(id);
        assertThat(became.get(2)).isEqualTo("Cette facture est déjà dans un dossier de l'établissement.");
        assertThat(became).filteredOn(text -> text.startsWith("DR-")).hasSize(4);
        assertThat(bulk.file(id).refused()).isEqualTo(1);
        assertThat(bulk.file(id).isRunning()).isFalse();
    }

    @Test
    @DisplayName("PROV-18 takes the same file once, even when it is sent twice at once")
    void twice() {
        byte[] content = BulkDesk.file(BulkKind.PRIOR_AGREEMENTS, List.of(lines.agreement("12,50")))
                .getBytes(StandardCharsets.UTF_8);
        AtOnce.Action send = () -> bulk.send(BulkKind.PRIOR_AGREEMENTS, content);
        assertThat(AtOnce.run(send, send, send))
                .filteredOn(outcome -> outcome.failure(BulkRefused.class) != null)
                .hasSize(2);
        assertThatThrownBy(() -> bulk.send(BulkKind.PRIOR_AGREEMENTS, content))
                .isInstanceOf(BulkRefused.class)
                .hasMessageStartingWith("Ce fichier a déjà été importé le " + today)
                .hasMessageEndingWith("par Awa Diallo.");
        assertThat(bulk.run(bulk.latest().id())).isEqualTo(1);
        assertThat(count("prior_agreement where establishment_id = ?", clinic.id()))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("PROV-18 a report is read by who has sent the file, and deleted after a day")
    void reports() {
        UUID id = bulk.send(
                        BulkKind.PRIOR_AGREEMENTS,
                        BulkDesk.file(BulkKind.PRIOR_AGREEMENTS, List.of(lines.agreement("x"), lines.agreement("2")))
                                .getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        BulkReport report = reports.find(bulk.supervisor(), id).orElseThrow();
        assertThat(report.lines()).isEqualTo(2);
        assertThat(report.wrong()).isEqualTo(1);
        assertThat(report.problems()).isEqualTo(1);
        var colleague =
                new Supervisor("collegue.cnss", "Un Collègue", bulk.supervisor().organism());
        assertThat(reports.find(colleague, id)).isEmpty();
        reports.purge();
        assertThat(reports.find(bulk.supervisor(), id)).isPresent();
        agency.later(Duration.ofHours(25));
        assertThat(reports.find(bulk.supervisor(), id)).isEmpty();
        assertThat(count("provider_import_problem where report_id = ?", id)).isEqualTo(1);
        reports.purge();
        assertThat(count("provider_import_problem where report_id = ?", id)).isZero();
    }
}
