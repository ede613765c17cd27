package org.navette.providers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Organism;
import org.navette.directory.Supervisor;
import org.navette.providers.process.BulkImportProcess;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supervisor who registers many with files. */
@TestComponent
public class BulkDesk {

    private final BulkImports imports;
    private final BulkReports reports;
    private final CnssAgency agency;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final JdbcClient jdbc;

    BulkDesk(
            BulkImports imports,
            BulkReports reports,
            CnssAgency agency,
            RuntimeService runtime,
            ManagementService jobs,
            JdbcClient jdbc) {
        this.imports = imports;
        this.reports = reports;
        this.agency = agency;
        this.runtime = runtime;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    public Supervisor supervisor() {
        return new Supervisor(
                agency.supervisor(),
                "Awa Diallo",
                new Organism(CnssAgency.ORGANISM, "Caisse nationale de sécurité sociale"));
    }

    /** The lines of a file under its titles. */
    public static String file(BulkKind kind, List<String> lines) {
        return String.join(";", kind.titles()) + "\r\n" + String.join("\r\n", lines) + "\r\n";
    }

    /** Sends a file that is taken. Returns its id. */
    public long take(BulkKind kind, String text) {
        Optional<UUID> report = send(kind, text.getBytes(StandardCharsets.UTF_8));
        if (report.isPresent()) {
            throw new AssertionError(problems(report.get()).toString());
        }
        return latest().id();
    }

    /** Sends a file that is taken and one that is not; returns where their pages are, after the list's address. */
    public List<String> pages() {
        UUID report = send(BulkKind.RIGHTS, file(BulkKind.RIGHTS, List.of("x")).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        // the same file is not taken twice
        int insured = ThreadLocalRandom.current().nextInt(600_000_000, 700_000_000);
        String rights = insured + ";;Assuré;Alaoui;Youssef;17/05/1960;01/01/2020;";
        long taken = take(BulkKind.RIGHTS, file(BulkKind.RIGHTS, List.of(rights)));
        return List.of("", "/rapports/" + report, "/" + taken, "/" + taken + "/avancement");
    }

    public Optional<UUID> send(BulkKind kind, byte[] content) {
        return imports.send(supervisor(), kind, "fichier.csv", content);
    }

    /** Sends a file that is not taken. Returns its problems. */
    public List<BulkReport.Problem> problems(BulkKind kind, String text) {
        return problems(send(kind, text.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }

    private List<BulkReport.Problem> problems(UUID report) {
        return reports.problems(reports.find(supervisor(), report).orElseThrow(), Integer.MAX_VALUE);
    }

    public BulkImport latest() {
        return imports.latest(1).get(0);
    }

    public BulkImport file(long id) {
        return imports.find(id).orElseThrow();
    }

    /** What the lines of a file were registered as, in their order; why, for those that were refused. */
    public List<@Nullable String> numbers(long id) {
        return jdbc.sql("select coalesce(number, refusal) from provider_import_line where import_id = ? order by line")
                .param(id)
                .query(String.class)
                .list();
    }

    /** Runs the jobs of a file, which no job executor does in tests. Returns how many there were. */
    public int run(long id) {
        int done = 0;
        for (List<Job> due = waiting(id); !due.isEmpty(); due = waiting(id)) {
            due.forEach(job -> jobs.executeJob(job.getId()));
            done += due.size();
        }
        return done;
    }

    /** Runs the jobs of all files. */
    public void runAll() {
        imports.latest(Integer.MAX_VALUE).stream()
                .filter(BulkImport::isRunning)
                .map(BulkImport::id)
                .forEach(this::run);
    }

    /** Runs the next job of a file. */
    public void runOnce(long id) {
        jobs.executeJob(waiting(id).get(0).getId());
    }

    private List<Job> waiting(long id) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(BulkImportProcess.key(id), BulkImportProcess.ID)
                .list()
                .stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }
}
