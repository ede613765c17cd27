package org.navette.local;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.navette.directory.Softwares;
import org.navette.files.FileStore;
import org.navette.funding.ExpectedDocument;
import org.navette.funding.FileParameters;
import org.navette.funding.ImportRun;
import org.navette.funding.Imports;
import org.navette.funding.RequestDocuments;
import org.navette.funding.RequestType;
import org.navette.funding.Supplier;
import org.navette.funding.Suppliers;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests for funding of the demonstration, imported and instructed through the application's own doors. */
@Component
@Profile("local")
class DemoFinancing {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Suppliers suppliers;
    private final Softwares softwares;
    private final Imports imports;
    private final ImportRun run;
    private final RequestDocuments documents;
    private final FileStore files;
    private final DemoAgents agents;
    private final TransactionTemplate transaction;

    DemoFinancing(
            Suppliers suppliers,
            Softwares softwares,
            Imports imports,
            ImportRun run,
            RequestDocuments documents,
            FileStore files,
            DemoAgents agents,
            PlatformTransactionManager transactions) {
        this.suppliers = suppliers;
        this.softwares = softwares;
        this.imports = imports;
        this.run = run;
        this.documents = documents;
        this.files = files;
        this.agents = agents;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What happens to the requests of the second supplier's software, at which moments. */
    List<DemoMoment> moments(Instant now) {
        List<DemoMoment> moments = new ArrayList<>();
        DemoFunding.Company company = DemoFunding.COMPANIES.get(1);
        var early = new File(company, 1, 9);
        at(moments, now, 40, () -> early.load(now));
        at(moments, now, 39, early::complete);
        for (int i = 0; i < 5; i++) {
            int request = i;
            at(moments, now, 35 - i, () -> early.decide(request, Map.of("outcome", "VALIDATED")));
        }
        at(
                moments,
                now,
                20,
                () -> early.decide(
                        5, Map.of("outcome", "DOCUMENT", "awaited", "Le bon de commande signé par le bénéficiaire.")));
        at(
                moments,
                now,
                19,
                () -> early.decide(
                        6,
                        Map.of(
                                "outcome",
                                "CHANGES",
                                "fields",
                                List.of("AMOUNT", "ORDER_DATE"),
                                "awaited",
                                "Le montant et la date ne sont pas ceux du bon de commande.")));
        at(
                moments,
                now,
                18,
                () -> early.decide(
                        7, Map.of("outcome", "REJECTED", "ground", "La commande porte sur un autre logiciel.")));
        var late = new File(company, 21, 3);
        at(moments, now, 3, () -> late.load(now));
        return moments;
    }

    private static void at(List<DemoMoment> moments, Instant now, int daysAgo, Runnable act) {
        moments.add(new DemoMoment(now.minus(Duration.ofDays(daysAgo)).plusSeconds(7_200), act));
    }

    /** One imported file. */
    private final class File {

        private final DemoFunding.Company company;
        private final int first;
        private final int size;
        private List<String> numbers = List.of();

        /** @param first editor number */
        private File(DemoFunding.Company company, int first, int size) {
            this.company = company;
            this.first = first;
            this.size = size;
        }

        private Supplier supplier() {
            return suppliers.bySiret(company.siret()).orElseThrow();
        }

        private void load(Instant now) {
            String ordered =
                    LocalDate.ofInstant(now.minus(Duration.ofDays(60)), ZONE).toString();
            Long id = imports.simulate(
                            supplier(),
                            new FileParameters(RequestType.ADVANCE, company.software(), new BigDecimal("20")),
                            softwares.find(company.software()).orElseThrow(),
                            "mdv-lgc-avance-%05d.json".formatted(first),
                            json(ordered).getBytes(StandardCharsets.UTF_8))
                    .id();
            transaction.executeWithoutResult(status -> {
                imports.start(supplier(), id);
                int left;
                do {
                    left = run.next(id);
                } while (left > 0);
            });
            numbers = imports.outcomes(supplier(), imports.find(supplier(), id).orElseThrow()).stream()
                    .map(Imports.Outcome::number)
                    .toList();
        }

        private String json(String ordered) {
            String requests = IntStream.range(first, first + size)
                    .mapToObj(i ->
                            """
                            {"numeroEditeur": "%05d", "dateCommande": "%s", "montantSegurHT": %d.%02d,
                             "beneficiaires": [{"nom": "Cabinet %d", "email": "cabinet%d@medecins.example",
                              "telephone": "01990020%02d", "rpps": "1000999%04d"}],
                             "scenarioInstallation": {"proSanteConnect": true, "messagerieCitoyenne": false}}"""
                                    .formatted(i, ordered, 700 + 83 * (i % 7), 11 * i % 100, i, i, i, i))
                    .collect(Collectors.joining(",\n"));
            return "{\"type\": \"AVANCE\", \"numeroANS\": \"" + company.software()
                    + "\", \"tauxTVA\": 20, \"regimeTVA\": \"TTC\", \"demandes\": [\n" + requests + "]}\n";
        }

        private void complete() {
            for (String number : numbers) {
                RequestDocuments.Found found =
                        documents.find(supplier(), number).orElseThrow();
                for (ExpectedDocument document : found.missing()) {
                    files.upload(
                            documents.bucket(number, document.code()),
                            supplier().owner(),
                            documents.rules(),
                            0,
                            "mdv-lgc-va1-bdc-" + found.own().declaration().editorNumber() + ".pdf",
                            new ByteArrayInputStream(DemoActs.pdf("Bon de commande de démonstration")));
                }
                documents.send(supplier(), number);
            }
        }

        private void decide(int request, Map<String, Object> answers) {
            agents.decide(DemoFunding.AGENT, numbers.get(request), answers);
        }
    }
}
