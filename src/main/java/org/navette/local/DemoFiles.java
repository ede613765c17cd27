package org.navette.local;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

/** Files of requests that the suppliers of the demonstration import. */
@Component
@Profile("local")
class DemoFiles {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Duration ORDERED = Duration.ofDays(60);

    private final Suppliers suppliers;
    private final Softwares softwares;
    private final Imports imports;
    private final ImportRun run;
    private final RequestDocuments documents;
    private final FileStore files;
    private final DemoAgents agents;
    private final TransactionTemplate transaction;

    DemoFiles(
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

    /** Advances with editor numbers from the first on. */
    DemoFile advances(DemoFunding.Company company, int first, int size) {
        return new DemoFile(company, RequestType.ADVANCE, first, size, null);
    }

    /** The balance of the first request of a file of advances. */
    DemoFile balance(DemoFunding.Company company, DemoFile advances) {
        return new DemoFile(company, RequestType.BALANCE, advances.first, 1, advances);
    }

    /** One imported file. */
    final class DemoFile {

        private final DemoFunding.Company company;
        private final RequestType type;
        private final int first;
        private final int size;
        private final @Nullable DemoFile advances;
        private List<String> numbers = List.of();

        private DemoFile(
                DemoFunding.Company company, RequestType type, int first, int size, @Nullable DemoFile advances) {
            this.company = company;
            this.type = type;
            this.first = first;
            this.size = size;
            this.advances = advances;
        }

        /** The number of one of its requests, from 0, once it is loaded. */
        String number(int request) {
            return numbers.get(request);
        }

        private Supplier supplier() {
            return suppliers.bySiret(company.siret()).orElseThrow();
        }

        /** Simulates and imports it. */
        void load(Instant now) {
            String ordered = LocalDate.ofInstant(now.minus(ORDERED), ZONE).toString();
            Long id = imports.simulate(
                            supplier(),
                            new FileParameters(type, company.software(), new BigDecimal("20")),
                            softwares.find(company.software()).orElseThrow(),
                            "mdv-lgc-%s-%05d.json".formatted(type.code().toLowerCase(Locale.ROOT), first),
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
                            {"numeroEditeur": "%05d", "dateCommande": "%s", %s: %d.%02d,
                             "beneficiaires": [{"nom": "Cabinet %d", "email": "cabinet%d@medecins.example",
                              "telephone": "01990020%02d", "rpps": "1000999%04d"}],
                             "scenarioInstallation": {"proSanteConnect": true, "messagerieCitoyenne": false}}"""
                                    .formatted(i, ordered, amount(), 700 + 83 * (i % 7), 11 * i % 100, i, i, i, i))
                    .collect(Collectors.joining(",\n"));
            return "{\"type\": \"%s\", \"numeroANS\": \"%s\", \"tauxTVA\": 20, \"regimeTVA\": \"TTC\", \"demandes\": [\n%s]}\n"
                    .formatted(type.code(), company.software(), requests);
        }

        /** The property of the amount; a balance says before it whose it is. */
        private String amount() {
            if (advances == null) {
                return "\"montantSegurHT\"";
            }
            String advance = advances.number(0);
            return "\"numeroDossierAvance\": \"%s\", \"montantSegurHTFacture\""
                    .formatted(advance.substring(0, advance.length() - 2));
        }

        /** Adds the documents that its requests miss. */
        void complete() {
            for (String number : numbers) {
                RequestDocuments.Found found =
                        documents.find(supplier(), number).orElseThrow();
                for (ExpectedDocument document : found.missing()) {
                    files.upload(
                            documents.bucket(number, document.code()),
                            supplier().owner(),
                            documents.rules(),
                            0,
                            "mdv-lgc-va1-%s-%s.pdf"
                                    .formatted(
                                            document.code()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-'),
                                            found.own().declaration().editorNumber()),
                            new ByteArrayInputStream(DemoActs.pdf(document.label() + " de démonstration")));
                }
                documents.send(supplier(), number);
            }
        }

        /** An agent instructs one of its requests. */
        void decide(int request, Map<String, Object> answers) {
            agents.decide(DemoFunding.AGENT, number(request), answers);
        }
    }
}
