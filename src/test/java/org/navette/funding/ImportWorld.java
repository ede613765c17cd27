package org.navette.funding;

import java.math.BigDecimal;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.navette.directory.Couloir;
import org.navette.directory.Softwares;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.Imports.Outcome;
import org.navette.funding.Imports.Simulation;
import org.springframework.boot.test.context.TestComponent;

/** Requests for funding as tests need them: imported from files, as suppliers do. */
@TestComponent
public class ImportWorld {

    private final Imports imports;
    private final Softwares softwares;
    private final RuntimeService runtime;
    private final ManagementService jobs;

    ImportWorld(Imports imports, Softwares softwares, RuntimeService runtime, ManagementService jobs) {
        this.imports = imports;
        this.softwares = softwares;
        this.runtime = runtime;
        this.jobs = jobs;
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
}
