package org.navette.funding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.navette.directory.Couloir;
import org.navette.directory.Softwares;
import org.navette.engine.Processes;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.Imports.Outcome;
import org.navette.funding.Imports.Simulation;
import org.navette.funding.process.FundingProcess;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests for funding as tests need them: imported from files, as suppliers do. */
@TestComponent
public class ImportWorld {

    private static final AtomicInteger COPIED = new AtomicInteger(900_000);

    private final Imports imports;
    private final Softwares softwares;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final Processes processes;
    private final FundingRows rows;
    private final Amendments amendments;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ImportWorld(
            Imports imports,
            Softwares softwares,
            RuntimeService runtime,
            ManagementService jobs,
            Processes processes,
            FundingRows rows,
            Amendments amendments,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.softwares = softwares;
        this.runtime = runtime;
        this.jobs = jobs;
        this.processes = processes;
        this.rows = rows;
        this.amendments = amendments;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The published example for a supplier's software. */
    public static SampleFile file(Enrolled enrolled, RequestType type, Couloir couloir) {
        return SampleFile.of(type, couloir).with("/numeroANS", "\"" + enrolled.software() + "\"");
    }

    /** Simulates a file with the parameters of its header. */
    public Simulation simulate(Enrolled enrolled, SampleFile file) {
        FileParameters header = file.parameters();
        return imports.simulate(
                enrolled.supplier(),
                new FileParameters(header.type(), enrolled.software(), rate(file)),
                softwares.find(enrolled.software()).orElseThrow(),
                "demandes.json",
                file.bytes());
    }

    private static BigDecimal rate(SampleFile file) {
        return file.root().path("tauxTVA").decimalValue();
    }

    /** Simulates and imports a file to its end; returns what became of its requests. */
    public List<Outcome> load(Enrolled enrolled, SampleFile file) {
        long id = simulate(enrolled, file).id();
        imports.start(enrolled.supplier(), id);
        run(id);
        return outcomes(enrolled, id);
    }

    /** What became of the requests of an import. */
    public List<Outcome> outcomes(Enrolled enrolled, long id) {
        return imports.outcomes(
                enrolled.supplier(), imports.find(enrolled.supplier(), id).orElseThrow());
    }

    /** Runs the jobs of an import, which no job executor does in tests; returns how many there were. */
    public int run(long id) {
        int done = 0;
        for (List<Job> due = waiting(id); !due.isEmpty(); due = waiting(id)) {
            due.forEach(job -> jobs.executeJob(job.getId()));
            done += due.size();
        }
        return done;
    }

    /** Runs the next job of an import. */
    public void runOnce(long id) {
        jobs.executeJob(waiting(id).get(0).getId());
    }

    private List<Job> waiting(long id) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey("import-" + id, "funding-import")
                .list()
                .stream()
                .flatMap(instance -> jobs.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    /** One advance of a new supplier, incomplete; its number. */
    public String advance(Enrolled enrolled, Couloir couloir) {
        return load(enrolled, file(enrolled, RequestType.ADVANCE, couloir).times(1))
                .get(0)
                .number();
    }

    /** The same, in progress: as if its documents were there. */
    public String complete(Enrolled enrolled, Couloir couloir) {
        String number = advance(enrolled, couloir);
        tell(number, FundingProcess.COMPLETED);
        return number;
    }

    /** Tells a request's process something, without what goes with it. */
    public void tell(String number, String message) {
        transaction.executeWithoutResult(status -> processes.correlate(message, number, Map.of()));
    }

    /** Makes a new version of a request, whatever its status. */
    public void amend(String number, Amendments.Cause cause, String by, UnaryOperator<Declaration> change) {
        transaction.executeWithoutResult(status -> {
            long id = jdbc.sql("select id from request where number = ?")
                    .param(number)
                    .query(Long.class)
                    .single();
            amendments.add(id, cause, by, change.apply(rows.get(id).declaration()));
        });
    }

    /** As many copies of a request in the table, without processes. */
    public void copy(String number, int copies) {
        // ranks that no deposit of a test comes to
        int first = COPIED.getAndAdd(copies);
        String dossier = "'" + number.substring(0, 6) + "' || g";
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            "insert into request (espace, number, organism_code, structure_id, author_id, author_name, subject,"
                                    + " person, status_code, status_label, phase, actions, status_at, created_at, search)"
                                    + " select espace, " + dossier + " || 'M0', organism_code, structure_id, author_id,"
                                    + " author_name, subject, person, status_code, status_label, phase, actions, status_at,"
                                    + " created_at, lower(" + dossier
                                    + " || 'M0') from request, generate_series(?, ?) g"
                                    + " where number = ?")
                    .params(first, first + copies - 1, number)
                    .update();
            jdbc.sql("insert into funding_request (id, import_id, supplier_id, dossier, type, ans_number, couloir,"
                            + " software_type, editor_number, ordered_on, vat_regime, vat_rate, declared, declaration)"
                            + " select c.id, f.import_id, f.supplier_id, " + dossier + ", f.type, f.ans_number,"
                            + " f.couloir, f.software_type, 'C' || g, f.ordered_on, f.vat_regime, f.vat_rate,"
                            + " f.declared, f.declaration from request r join funding_request f on f.id = r.id,"
                            + " generate_series(?, ?) g join request c on c.number = " + dossier
                            + " || 'M0' where r.number = ?")
                    .params(first, first + copies - 1, number)
                    .update();
        });
    }
}
