package org.navette.funding;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Software;
import org.navette.funding.DeclaredFile.DeclaredRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Checks a file of requests (FUND-09, FUND-10): the simulation and the import run the same. Everything wrong is found at
 * once; no file makes it fail, or work for long.
 */
@Component
public class FileCheck {

    /** The largest file, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    static final int MOST_REQUESTS = 200;

    private static final List<FileRule> RULES = Stream.of(
                    List.<FileRule>of(HeaderRules::type, HeaderRules::ansNumber, HeaderRules::vatRate),
                    RequestRules.all(),
                    BeneficiaryRules.all(),
                    ScenarioRules.all())
            .flatMap(List::stream)
            .toList();

    private final FileSchema schema;
    private final ObjectProvider<SupplierRule> supplierRules;
    private final Clock clock;

    FileCheck(FileSchema schema, ObjectProvider<SupplierRule> supplierRules, Clock clock) {
        this.schema = schema;
        this.supplierRules = supplierRules;
        this.clock = clock;
    }

    /**
     * Checks what everyone may know: the schema and the rules that look at the file alone (FUND-01).
     *
     * @param software that of the parameters' ANS number
     */
    public FileReport simulate(byte[] content, FileParameters parameters, Software software) {
        return check(content, parameters, software, null);
    }

    /**
     * Checks everything, also against what suppliers have asked for already.
     *
     * @param supplier whose file it is; null to leave those rules out
     */
    FileReport check(byte[] content, FileParameters parameters, Software software, @Nullable Supplier supplier) {
        Findings findings = new Findings();
        if (content.length > LARGEST) {
            findings.error("", 0, French.say("Le fichier dépasse 10 Mo."), "Un fichier de 10 Mo au plus.");
            return report(findings, null, "", 0);
        }
        String text = Utf8.decode(content, findings);
        JsonReading.Read read = text == null ? null : JsonReading.read(text, findings);
        if (text == null || read == null) {
            return report(findings, null, "", 0);
        }
        JsonNode requests = read.root().path("demandes");
        int size = requests.isArray() ? read.longLists().getOrDefault("/demandes", requests.size()) : 0;
        DeclaredFile file = new DeclaredFile(read.root(), first(requests));
        schema.checkHeader(read.root(), findings);
        if (size > MOST_REQUESTS) {
            findings.error(
                    "/demandes",
                    French.say("Le fichier contient %d demandes ; les %d premières ont été lues.", size, MOST_REQUESTS),
                    "De 1 à 200 demandes par fichier.");
        }
        RequestType type = file.type().orElse(parameters.type());
        for (DeclaredRequest request : file.requests()) {
            schema.checkRequest(request.node(), request.pointer(), type, findings);
        }
        FileRule.Context context = new FileRule.Context(parameters, software, LocalDate.now(clock));
        RULES.forEach(rule -> rule.check(file, context, findings));
        if (supplier != null) {
            supplierRules.orderedStream().forEach(rule -> rule.check(file, context, supplier, findings));
        }
        return report(findings, file, text, size);
    }

    private static List<DeclaredRequest> first(JsonNode requests) {
        List<DeclaredRequest> all = new ArrayList<>();
        for (int i = 0; requests.isArray() && i < Math.min(requests.size(), MOST_REQUESTS); i++) {
            all.add(new DeclaredRequest(i, requests.get(i)));
        }
        return all;
    }

    private FileReport report(Findings findings, @Nullable DeclaredFile file, String text, int size) {
        List<Finding> all = located(findings.kept(), text);
        List<DeclaredRequest> requests = file == null ? List.of() : file.requests();
        List<DeclaredRequest> good = requests.stream()
                .filter(request -> !findings.hasError(request.rank()))
                .toList();
        RequestType type = file == null ? null : file.type().orElse(null);
        return new FileReport(
                schema.version(),
                size,
                good.size(),
                (int) good.stream()
                        .filter(request -> findings.hasWarning(request.rank()))
                        .count(),
                all.stream().filter(finding -> finding.request() == 0).toList(),
                groups(all, requests),
                findings.others(),
                type == null || findings.hasError(0)
                        ? List.of()
                        : good.stream()
                                .map(request -> Declarations.of(request, type))
                                .toList(),
                file == null ? null : file.vatRegime().orElse(null));
    }

    private static List<Finding> located(List<Finding> findings, String text) {
        JsonLines lines = JsonLines.of(
                text,
                findings.stream()
                        .filter(finding -> finding.line() == 0)
                        .map(Finding::pointer)
                        .toList());
        return findings.stream()
                .map(found -> found.line() > 0 ? found : found.at(lines.of(found.pointer())))
                .sorted(Comparator.comparingInt(Finding::request).thenComparingInt(Finding::line))
                .toList();
    }

    private static List<FileReport.Group> groups(List<Finding> findings, List<DeclaredRequest> requests) {
        Map<Integer, List<Finding>> byRequest = new LinkedHashMap<>();
        findings.stream().filter(finding -> finding.request() > 0).forEach(finding -> byRequest
                .computeIfAbsent(finding.request(), rank -> new ArrayList<>())
                .add(finding));
        List<FileReport.Group> groups = new ArrayList<>();
        byRequest.forEach((rank, found) -> groups.add(new FileReport.Group(
                rank,
                rank > requests.size()
                        ? ""
                        : requests.get(rank - 1)
                                .editorNumber()
                                .map(French::quote)
                                .orElse(""),
                found)));
        return groups;
    }
}
