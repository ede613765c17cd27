package org.navette.funding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Software;
import org.navette.directory.Softwares;
import org.navette.engine.Processes;
import org.navette.forms.Json;
import org.navette.funding.ImportLines.Line;
import org.navette.funding.ImportLines.State;
import org.navette.funding.process.ImportProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of requests: simulated, then imported as they were simulated (FUND-08, FUND-10, FUND-11). Both run the same
 * {@link FileCheck}; the import deposits in batches, on {@code funding-import.bpmn}.
 */
@Component
@Transactional
public class Imports {

    /** How many imports a list shows. */
    public static final int MOST = 500;

    private final FileCheck check;
    private final FileSchema schema;
    private final ImportRows rows;
    private final ImportLines lines;
    private final FundingRows requests;
    private final Softwares softwares;
    private final Processes processes;
    private final Json json;
    private final Clock clock;

    Imports(
            FileCheck check,
            FileSchema schema,
            ImportRows rows,
            ImportLines lines,
            FundingRows requests,
            Softwares softwares,
            Processes processes,
            Json json,
            Clock clock) {
        this.check = check;
        this.schema = schema;
        this.rows = rows;
        this.lines = lines;
        this.requests = requests;
        this.softwares = softwares;
        this.processes = processes;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a simulation says.
     *
     * @param id what it is imported by; null when nothing of the file can be imported
     * @param before the import of the very same file with the same parameters; null when there is none
     */
    public record Simulation(@Nullable Long id, FileReport report, @Nullable Import before) {}

    /** What was found; enough to tell it again. */
    private record Found(String pointer, String message) {

        private static Found of(Finding finding) {
            return new Found(finding.pointer(), finding.message());
        }
    }

    /**
     * Checks a file with everything that is known of its supplier, and keeps it for a day when it can be imported.
     *
     * @param parameters whose ANS number is one of the supplier's validated enrolments
     */
    public Simulation simulate(
            Supplier supplier, FileParameters parameters, Software software, String fileName, byte[] content) {
        FileReport report = check.check(content, parameters, software, supplier);
        if (report.fileIsWrong() || report.good() == 0) {
            return new Simulation(null, report, null);
        }
        byte[] fingerprint = fingerprint(parameters, content);
        Optional<Import> before = rows.sameBefore(supplier, fingerprint);
        String found = json.write(errors(report).map(Found::of).toList());
        long id = rows.insert(supplier, parameters, fileName, content, fingerprint, report, found);
        return new Simulation(id, report, before.orElse(null));
    }

    private static Stream<Finding> errors(FileReport report) {
        return report.groups().stream()
                .flatMap(group -> group.findings().stream())
                .filter(Finding::isError);
    }

    /**
     * Imports a file that was simulated; a second call changes nothing. Good requests are deposited in the background.
     *
     * @throws java.util.NoSuchElementException when the supplier has simulated no such file
     * @throws ImportRefused when it has to be simulated again, or another import is under way
     */
    public void start(Supplier supplier, long id) {
        // one import of a supplier after the other: the second is checked against what the first deposits
        requests.hold(supplier);
        Import file = rows.find(supplier, id).orElseThrow();
        if (file.startedAt() != null) {
            return;
        }
        if (file.simulatedAt().plus(ImportRows.SIMULATED).isBefore(clock.instant())) {
            throw new ImportRefused(ImportRefused.Reason.TOO_OLD);
        }
        if (!file.rules().equals(schema.version())) {
            throw new ImportRefused(ImportRefused.Reason.RULES_CHANGED);
        }
        if (rows.isRunning(supplier)) {
            throw new ImportRefused(ImportRefused.Reason.ANOTHER);
        }
        FileParameters parameters = new FileParameters(file.type(), file.ansNumber(), file.vatRate());
        FileReport report = check.check(
                rows.content(supplier, id),
                parameters,
                softwares.find(file.ansNumber()).orElseThrow(),
                supplier);
        if (report.fileIsWrong() || report.good() == 0) {
            throw new ImportRefused(ImportRefused.Reason.NOTHING_GOOD);
        }
        rows.start(supplier, id, report.regime());
        lines.insert(id, lines(report));
        processes.start(ImportProcess.ID, ImportProcess.key(id), ImportProcess.variables());
    }

    private static List<Line> lines(FileReport report) {
        Map<Integer, Declaration> good =
                report.declarations().stream().collect(Collectors.toMap(Declaration::rank, declaration -> declaration));
        Map<Integer, List<Finding>> findings =
                report.groups().stream().collect(Collectors.toMap(FileReport.Group::rank, FileReport.Group::findings));
        List<Line> lines = new ArrayList<>();
        for (int rank = 1; rank <= report.requests(); rank++) {
            Declaration declaration = good.get(rank);
            lines.add(new Line(
                    rank,
                    declaration == null ? State.REJECTED : State.WAITING,
                    null,
                    declaration,
                    findings.getOrDefault(rank, List.of())));
        }
        return lines;
    }

    /** A file that the supplier imported, or simulated. */
    @Transactional(readOnly = true)
    public Optional<Import> find(Supplier supplier, long id) {
        return rows.find(supplier, id);
    }

    /**
     * The imports of a supplier, the latest first, {@link #MOST} at most.
     *
     * @param ansNumber a part of it; empty for all
     * @param type null for both
     * @param from first day; counts with {@code to} only
     * @param to last day
     */
    @Transactional(readOnly = true)
    public List<Import> list(
            Supplier supplier,
            String ansNumber,
            @Nullable RequestType type,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return rows.list(supplier, new ImportRows.Criteria(ansNumber, type, from, to), MOST);
    }

    /**
     * A request of an imported file.
     *
     * @param number null when it was rejected, or is not deposited yet
     * @param waiting true while it is not deposited yet
     * @param findings why it was rejected, or what to know of it
     */
    public record Outcome(int rank, @Nullable String number, boolean waiting, List<OutcomeFinding> findings) {}

    /**
     * Why.
     *
     * @param isNew true when the simulation did not find it: the world has changed since
     */
    public record OutcomeFinding(Finding finding, boolean isNew) {}

    /** What became of each request of a file that the supplier imported, in the file's order. */
    @Transactional(readOnly = true)
    public List<Outcome> outcomes(Supplier supplier, Import file) {
        Set<Found> before = Set.of(json.read(rows.found(supplier, file.id()), Found[].class));
        return lines.of(file.id()).stream()
                .map(line -> new Outcome(
                        line.rank(),
                        line.number(),
                        line.state() == State.WAITING,
                        line.findings().stream()
                                .map(finding -> new OutcomeFinding(
                                        finding, finding.isError() && !before.contains(Found.of(finding))))
                                .toList()))
                .toList();
    }

    /**
     * The file as it came, with a number or the errors of each request (FUND-11).
     *
     * @return JSON, UTF-8
     */
    @Transactional(readOnly = true)
    public byte[] output(Supplier supplier, Import file) {
        Map<Integer, Line> byRank = new HashMap<>();
        lines.of(file.id()).forEach(line -> byRank.put(line.rank(), line));
        return ImportOutput.of(rows.content(supplier, file.id()), byRank);
    }

    private static byte[] fingerprint(FileParameters parameters, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = parameters.type() + "|" + parameters.ansNumber() + "|"
                    + parameters.vatRate().stripTrailingZeros().toPlainString() + "|";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return digest.digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
