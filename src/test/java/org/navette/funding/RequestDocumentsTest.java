package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.files.FileStore;
import org.navette.files.RefusedFile;
import org.navette.files.SamplePdf;
import org.navette.funding.Archives.Line;
import org.navette.funding.Archives.Verdict;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.Imports.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("The documents of requests for funding")
class RequestDocumentsTest {

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    @Autowired
    RequestDocuments documents;

    @Autowired
    Incompletes incompletes;

    @Autowired
    Archives archives;

    @Autowired
    FileStore store;

    @Autowired
    PayingAgency agency;

    @Autowired
    JdbcClient jdbc;

    private Enrolled enrolled;
    private Supplier supplier;
    private List<String> numbers;

    @BeforeEach
    void load() {
        enrolled = world.enrolled(Couloir.MDV);
        supplier = enrolled.supplier();
        // N00000, N00001, N00002
        numbers = files
                .load(
                        enrolled,
                        ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.MDV)
                                .times(3))
                .stream()
                .map(Outcome::number)
                .toList();
    }

    @Test
    @DisplayName(
            "FUND-13 a request without its documents is incomplete, unseen by agents; with them it goes to an agent")
    void completes() {
        String number = numbers.get(0);
        assertThat(agency.task(number)).isNull();
        assertThat(incompletes.count(supplier)).isEqualTo(3);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> documents.send(supplier, number))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Refused.Reason.DOCUMENT_MISSING));

        upload(number, "BON_COMMANDE", "bdc-N00000.pdf");
        documents.send(supplier, number);

        assertThat(status(number)).isEqualTo("En cours");
        assertThat(agency.task(number).getName()).isEqualTo("Instruire la demande de financement");
        assertThat(incompletes.list(supplier, "", null, null, null))
                .extracting(Incompletes.Row::number)
                .containsExactlyElementsOf(numbers.subList(1, 3));
        assertThat(documents.find(supplier, number).orElseThrow().attached())
                .singleElement()
                .satisfies(file -> assertThat(file.step()).isEqualTo("document.BON_COMMANDE"));
        assertThatExceptionOfType(Refused.class)
                .as("nothing is awaited any more")
                .isThrownBy(() -> documents.send(supplier, number));
    }

    @Test
    @DisplayName(
            "FUND-13 several incomplete advances are deleted at once, all or none; their editor numbers are free again")
    void deleted() {
        Enrolled other = world.enrolled(Couloir.MDV);
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> incompletes.delete(other.supplier(), numbers));
        upload(numbers.get(2), "BON_COMMANDE", "bdc.pdf");
        documents.send(supplier, numbers.get(2));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> incompletes.delete(supplier, numbers));
        assertThat(incompletes.count(supplier)).as("none").isEqualTo(2);

        incompletes.delete(supplier, numbers.subList(0, 2));

        assertThat(incompletes.count(supplier)).isZero();
        assertThat(status(numbers.get(0))).isEqualTo("Supprimée");
        assertThat(documents.find(supplier, numbers.get(0))).isEmpty();
        List<Outcome> again = files.load(
                enrolled,
                ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.MDV).times(2));
        assertThat(again).extracting(Outcome::number).doesNotContainNull().doesNotContainAnyElementsOf(numbers);
    }

    @Test
    @DisplayName(
            "FUND-12 a zip completes every request whose editor number is a word of a name, with a verdict for each entry")
    void archive() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("pieces/mdv-lgc-va1-bdc-N00000.pdf", pdf());
        entries.put("n00001 bon de commande.pdf", pdf());
        entries.put("bdc-N000011.pdf", pdf());
        entries.put("bdc-N00002.pdf", "ce n'est pas un PDF".getBytes(StandardCharsets.UTF_8));
        entries.put("bdc-N00002-bis.exe", pdf());
        entries.put("N00000-N00002.pdf", pdf());
        entries.put("copie/mdv-lgc-va1-bdc-N00000.pdf", pdf());
        entries.put("__MACOSX/._x.pdf", new byte[] {1});
        entries.put("dedans-N00002.zip", zip(Map.of("a.pdf", pdf())));

        List<Line> lines = take(zip(entries));

        assertThat(lines).hasSize(entries.size());
        assertThat(verdict(lines, "pieces/mdv-lgc-va1-bdc-N00000.pdf")).isEqualTo(Verdict.ATTACHED);
        assertThat(verdict(lines, "n00001 bon de commande.pdf")).isEqualTo(Verdict.ATTACHED);
        assertThat(verdict(lines, "bdc-N000011.pdf")).isEqualTo(Verdict.UNKNOWN_NUMBER);
        assertThat(verdict(lines, "bdc-N00002.pdf")).isEqualTo(Verdict.REFUSED);
        assertThat(verdict(lines, "bdc-N00002-bis.exe")).isEqualTo(Verdict.REFUSED);
        assertThat(verdict(lines, "N00000-N00002.pdf")).isEqualTo(Verdict.AMBIGUOUS);
        assertThat(verdict(lines, "__MACOSX/._x.pdf")).isEqualTo(Verdict.IGNORED);
        assertThat(verdict(lines, "dedans-N00002.zip")).isEqualTo(Verdict.REFUSED);
        assertThat(verdict(lines, "copie/mdv-lgc-va1-bdc-N00000.pdf")).isIn(Verdict.DUPLICATE, Verdict.REFUSED);
        assertThat(status(numbers.get(0))).isEqualTo("En cours");
        assertThat(status(numbers.get(1))).isEqualTo("En cours");
        assertThat(status(numbers.get(2))).isEqualTo("Incomplète");
        assertThat(jdbc.sql("select count(*) from stored_file where owner = ? and request_id is null")
                        .param(supplier.owner())
                        .query(Long.class)
                        .single())
                .as("files that wait for nobody")
                .isZero();
    }

    @Test
    @DisplayName("FUND-12 an archive that is none, lies about its paths or has too many entries is refused as a whole")
    void badArchives() throws IOException {
        refused("pas un zip".getBytes(StandardCharsets.UTF_8));
        refused(new byte[0]);
        refused(zip(Map.of("../bdc-N00000.pdf", pdf())));
        refused(zip(Map.of("/bdc-N00000.pdf", pdf())));
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= 1000; i++) {
            many.put(i + ".pdf", new byte[] {1});
        }
        refused(zip(many));
        assertThat(incompletes.count(supplier)).isEqualTo(3);
    }

    @Test
    @DisplayName(
            "FUND-12 an entry that unpacks to far more than it says is cut where a document ends; names of old Windows are read")
    void bombAndOldNames() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("IBM850"))) {
            zip.putNextEntry(new ZipEntry("bdc-N00000.pdf"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 50; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("accentué-N00001.pdf"));
            zip.write(pdf());
            zip.closeEntry();
        }
        List<Line> lines = take(bytes.toByteArray());
        assertThat(lines.get(0).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(lines.get(0).reason()).contains("taille maximale");
        assertThat(lines.get(1).entry()).isEqualTo("accentué-N00001.pdf");
        assertThat(lines.get(1).reason()).contains("lettres sans accent");
    }

    @Test
    @DisplayName(
            "FUND-14 an agent asks for a document: the supplier adds one, and the request goes back to the same agent")
    void awaited() {
        String number = numbers.get(0);
        upload(number, "BON_COMMANDE", "bdc.pdf");
        documents.send(supplier, number);
        agency.decide(number, Map.of("outcome", "DOCUMENT", "awaited", "Le bon signé, page 2."));

        assertThat(status(number)).isEqualTo("En attente de pièce jointe complémentaire");
        assertThat(documents.find(supplier, number).orElseThrow().own().remark())
                .isEqualTo("Le bon signé, page 2.");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> documents.send(supplier, number));
        upload(number, "BON_COMMANDE", "bdc-signe.pdf");
        documents.send(supplier, number);

        assertThat(status(number)).isEqualTo("En cours");
        assertThat(agency.task(number).getAssignee()).isEqualTo(agency.agent());
        assertThat(documents.find(supplier, number).orElseThrow().own().remark())
                .isNull();
    }

    private void refused(byte[] archive) {
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> archives.take(supplier, "pieces.zip", new ByteArrayInputStream(archive)));
    }

    private List<Line> take(byte[] archive) {
        UUID id = archives.take(supplier, "pieces.zip", new ByteArrayInputStream(archive));
        assertThat(archives.receipt(world.supplier(), id)).as("nobody else's").isEmpty();
        return archives.receipt(supplier, id).orElseThrow().lines();
    }

    private static Verdict verdict(List<Line> lines, String entry) {
        return lines.stream()
                .filter(line -> line.entry().equals(entry))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private void upload(String number, String document, String name) {
        store.upload(
                documents.bucket(number, document),
                supplier.owner(),
                documents.rules(),
                0,
                name,
                new ByteArrayInputStream(pdf()));
    }

    private static byte[] pdf() {
        return SamplePdf.with((pdf, page) ->
                pdf.getDocumentInformation().setTitle(UUID.randomUUID().toString()));
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private String status(String number) {
        return jdbc.sql("select status_label from request where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
