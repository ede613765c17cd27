package org.navette.funding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Software;
import org.navette.directory.Softwares;
import org.navette.funding.Finding.Severity;
import org.navette.funding.FundingRows.Advance;
import org.navette.funding.FundingRows.Used;
import org.navette.funding.ImportLines.Line;
import org.navette.funding.process.FundingProcess;
import org.navette.requests.NewRequest;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deposits the good requests of a file, some at a time: each batch is one transaction with the engine's own step, so that
 * an import that was interrupted goes on where it was (FUND-11).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ImportRun {

    /** Few enough for a job of some seconds, many enough for few jobs. */
    static final int BATCH = 20;

    private final ImportLines lines;
    private final FundingRows rows;
    private final Amendments amendments;
    private final Requests requests;
    private final Suppliers suppliers;
    private final Softwares softwares;
    private final JdbcClient jdbc;

    ImportRun(
            ImportLines lines,
            FundingRows rows,
            Amendments amendments,
            Requests requests,
            Suppliers suppliers,
            Softwares softwares,
            JdbcClient jdbc) {
        this.lines = lines;
        this.rows = rows;
        this.amendments = amendments;
        this.requests = requests;
        this.suppliers = suppliers;
        this.softwares = softwares;
        this.jdbc = jdbc;
    }

    private record File(Supplier supplier, Software software, RequestType type, VatRegime regime, BigDecimal vatRate) {}

    /**
     * Deposits the next requests of an import.
     *
     * @return how many are left
     */
    public int next(long importId) {
        File file = file(importId);
        rows.hold(file.supplier());
        List<Line> waiting = lines.waiting(importId, BATCH);
        for (Line line : waiting) {
            Declaration declaration = Objects.requireNonNull(line.declaration());
            Finding refusal = refusal(file, declaration, line.rank());
            lines.settle(importId, line, refusal == null ? deposit(file, importId, declaration) : null, refusal);
        }
        return lines.left(importId);
    }

    private File file(long importId) {
        return jdbc.sql("select supplier_id, ans_number, type, vat_regime, vat_rate from funding_import where id = ?")
                .param(importId)
                .query((row, index) -> new File(
                        suppliers.find(row.getObject("supplier_id", UUID.class)).orElseThrow(),
                        softwares.find(row.getString("ans_number")).orElseThrow(),
                        RequestType.valueOf(row.getString("type")),
                        VatRegime.valueOf(row.getString("vat_regime")),
                        row.getBigDecimal("vat_rate")))
                .single();
    }

    /** What has become impossible since the file was checked; null when nothing has. */
    private @Nullable Finding refusal(File file, Declaration declaration, int rank) {
        String ansNumber = file.software().ansNumber();
        Optional<Used> used =
                rows.used(file.supplier(), ansNumber, file.type(), List.of(declaration.editorNumber())).stream()
                        .findFirst();
        if (used.isPresent()) {
            return finding(
                    rank, "numeroEditeur", EditorNumberRule.taken(used.get().number()));
        }
        if (declaration.advance() != null) {
            String why = BalanceRule.refusal(
                    declaration.advance(),
                    rows.advance(file.supplier(), declaration.advance()).orElse(null),
                    ansNumber);
            return why == null ? null : finding(rank, "numeroDossierAvance", why);
        }
        List<String> funded = rows.funded(ansNumber, BalanceRule.beneficiaries(declaration));
        return funded.isEmpty()
                ? null
                : finding(
                        rank,
                        "beneficiaires",
                        FundedBeneficiaryRule.taken(
                                funded.get(0).substring(funded.get(0).indexOf(' ') + 1)));
    }

    private static Finding finding(int rank, String property, String message) {
        return new Finding(
                Severity.ERROR,
                rank,
                "/demandes/" + (rank - 1) + "/" + property,
                0,
                message,
                "Une demande que rien n'a précédée depuis la vérification du fichier.");
    }

    private String deposit(File file, long importId, Declaration declaration) {
        Supplier supplier = file.supplier();
        Software software = file.software();
        Advance advance = declaration.advance() == null
                ? null
                : rows.advance(supplier, declaration.advance()).orElseThrow();
        NewRequest fresh = new NewRequest(
                supplier.scope(FundingRequest.ESPACE),
                supplier.account(),
                supplier.correspondent().name(),
                file.type().label() + " " + software.type() + " " + software.name(),
                supplier.name());
        Request request = advance == null
                ? requests.deposit(fresh, new FundingNumbers(software.couloir()))
                : requests.deposit(fresh, FundingNumbers.balance(advance.own().dossier()));
        rows.insert(
                new FundingRequest(
                        request.id(),
                        supplier.id(),
                        FundingNumbers.dossier(request.number()),
                        file.type(),
                        advance == null ? null : advance.id(),
                        software.ansNumber(),
                        software.couloir(),
                        software.type(),
                        file.regime(),
                        file.vatRate(),
                        declaration,
                        true,
                        null,
                        PaymentState.NONE,
                        List.of(),
                        null),
                importId);
        amendments.add(request.id(), Amendments.Cause.DEPOSIT, request.authorName(), declaration);
        supplier.actor().doing(() -> {
            requests.start(
                    request,
                    FundingProcess.ID,
                    FundingProcess.variables(request.number(), supplier.organism(), request.subject(), file.type()));
            return null;
        });
        return request.number();
    }
}
