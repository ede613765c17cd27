package org.navette.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.engine.Decisions;
import org.navette.files.RefusedFile.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("Uploading a file")
class FileStoreTest {

    private static final String OWNER = "partners:someone";

    @Autowired
    FileStore store;

    @Autowired
    StoredFiles files;

    @Autowired
    FileBinding binding;

    @Autowired
    ContentCheck check;

    @Autowired
    UncheckedFiles unchecked;

    @Autowired
    Decisions decisions;

    @Autowired
    JdbcClient jdbc;

    private final UUID bucket = UUID.randomUUID();

    @Test
    @DisplayName("PART-09 the rules of a deposit are eight files of 5 Mo, narrowed to PDF by an organism's row")
    void rules() {
        AttachmentRules gironde = store.rules("partners.contact", "331");
        assertThat(gironde.maxCount()).isEqualTo(8);
        assertThat(gironde.maxBytes()).isEqualTo(5_242_880);
        assertThat(gironde.extensions())
                .containsExactlyInAnyOrder(
                        "pdf", "doc", "docx", "xls", "xlsx", "csv", "tif", "tiff", "png", "jpg", "jpeg");
        assertThat(store.rules("partners.contact", "623").extensions()).containsExactly("pdf");
    }

    @Test
    @DisplayName("COMM-07 a file comes back as it was sent, from chunks of at most 256 kB")
    void chunks() throws IOException {
        byte[] large = new byte[700_000];
        java.util.Arrays.fill(large, (byte) 'a');
        StoredFile file = upload("liste.csv", large);

        assertThat(file.name()).isEqualTo("liste.csv");
        assertThat(file.size()).isEqualTo(700_000);
        assertThat(file.type()).isEqualTo("text/csv");
        assertThat(file.direction()).isNull();
        assertThat(store.inBucket(bucket, OWNER)).containsExactly(file);
        assertThat(store.inBucket(bucket, "partners:other")).isEmpty();
        assertThat(store.findInBucket(bucket, "partners:other", file.id())).isEmpty();
        assertThat(sizes(file.id())).containsExactly(262_144, 262_144, 175_712);
        try (InputStream content = files.content(file).getInputStream()) {
            assertThat(content.readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    @DisplayName("COMM-06 the limit is counted while reading: one byte more is refused and nothing more is read")
    void tooLarge() throws IOException {
        byte[] largest = new byte[5_242_880];
        java.util.Arrays.fill(largest, (byte) 'a');
        assertThat(upload("juste.csv", largest).size()).isEqualTo(5_242_880);

        InputStream never = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read on after the limit");
            }
        };
        var oneMore = new ByteArrayInputStream(java.util.Arrays.copyOf(largest, 5_242_881));
        refused(
                        Reason.TOO_LARGE,
                        () -> store.upload(
                                bucket,
                                OWNER,
                                rulesOfGironde(),
                                0,
                                "trop.csv",
                                new SequenceInputStream(oneMore, never)))
                .withMessageContaining("trop.csv")
                .withMessageContaining("5\u00a0Mo");
    }

    @Test
    @DisplayName("COMM-06 an empty file, another extension, a wrong content and the name of a pattern are refused")
    void simpleRefusals() {
        refused(Reason.EMPTY, () -> upload("vide.pdf", new byte[0]));
        refused(Reason.EXTENSION, () -> upload("outil.exe", new byte[] {'M', 'Z'}))
                .withMessageContaining("pdf, doc, docx");
        refused(Reason.EXTENSION, () -> upload("sans-extension", new byte[] {1}));
        refused(Reason.EXTENSION, () -> upload("macros.docm", SampleOffice.docx()));
        refused(Reason.CONTENT, () -> upload("image.png", SampleOffice.ascii("<svg xmlns='a'/>")));
        refused(Reason.NAME, () -> upload("a".repeat(296) + ".pdf", SamplePdf.plain()));
        var patterned = new AttachmentRules(8, 5_242_880, List.of("pdf"), "RIB_[0-9]+\\.pdf", null);
        refused(Reason.NAME, () -> store.upload(bucket, OWNER, patterned, 0, "rib.pdf", in(SamplePdf.plain())));
        assertThat(store.upload(bucket, OWNER, patterned, 0, "../../RIB_1.pdf", in(SamplePdf.plain()))
                        .name())
                .isEqualTo("RIB_1.pdf");
    }

    @Test
    @DisplayName("COMM-06 the same content twice in one form is refused, under whatever name; deleting it makes room")
    void twice() {
        byte[] pdf = SamplePdf.plain();
        StoredFile first = upload("un.pdf", pdf);
        refused(Reason.DUPLICATE, () -> upload("deux.pdf", pdf)).withMessageContaining("un.pdf");
        store.discard(bucket, "partners:other", first.id());
        refused(Reason.DUPLICATE, () -> upload("un.pdf", pdf));
        store.discard(bucket, OWNER, first.id());
        assertThat(sizes(first.id())).isEmpty();
        upload("deux.pdf", pdf);
    }

    @Test
    @DisplayName("PART-09 the ninth file is refused, counting those that the request has already")
    void ninth() {
        for (int i = 0; i < 5; i++) {
            store.upload(bucket, OWNER, rulesOfGironde(), 3, i + ".csv", in(SampleOffice.ascii("ligne " + i)));
        }
        refused(
                        Reason.TOO_MANY,
                        () -> store.upload(
                                bucket, OWNER, rulesOfGironde(), 3, "9.csv", in(SampleOffice.ascii("ligne 9"))))
                .withMessageContaining("limité à 8");
    }

    @Test
    @DisplayName("COMM-06 an infected file and a silent antivirus stop the upload, and nothing is kept")
    void antivirus() throws IOException {
        java.time.Instant before = java.time.Instant.now();
        for (var mood : new FakeClamd.Mood[] {FakeClamd.Mood.WORKING, FakeClamd.Mood.SILENT}) {
            try (var clamd = new FakeClamd(mood)) {
                var guarded = new FileStore(
                        decisions, binding, files, check, new Antivirus("localhost", clamd.port(), 500), unchecked);
                refused(
                        mood == FakeClamd.Mood.WORKING ? Reason.INFECTED : Reason.ANTIVIRUS_UNAVAILABLE,
                        () -> guarded.upload(
                                bucket, OWNER, rulesOfGironde(), 0, "a.csv", in(SampleOffice.ascii(FakeClamd.EICAR))));
            }
        }
        assertThat(store.inBucket(bucket, OWNER)).isEmpty();
        assertThat(unchecked.since(before))
                .as("told to operators: the silent one only")
                .isOne();
    }

    @Test
    @DisplayName("COMM-06 no temporary file stays, whatever happens to the upload")
    void temporaryFiles() throws IOException {
        Set<Path> before = spools();
        upload("bon.docx", SampleOffice.docx(java.util.Map.of("word/embeddings/a.xlsx", SampleOffice.xlsx())));
        refused(Reason.DAMAGED, () -> upload("casse.pdf", SampleOffice.ascii("%PDF-1.7 rien")));
        refused(Reason.TOO_LARGE, () -> upload("trop.csv", new byte[6_000_000]));
        InputStream broken = new SequenceInputStream(in(new byte[] {'a'}), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection lost");
            }
        });
        assertThatExceptionOfType(java.io.UncheckedIOException.class)
                .isThrownBy(() -> store.upload(bucket, OWNER, rulesOfGironde(), 0, "coupe.csv", broken));
        assertThat(spools()).isEqualTo(before);
    }

    private static Set<Path> spools() throws IOException {
        try (var listing = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return listing.filter(file -> file.getFileName().toString().startsWith(Spool.PREFIX))
                    .collect(Collectors.toSet());
        }
    }

    private List<Integer> sizes(UUID id) {
        return jdbc.sql("select octet_length(content) from file_chunk where file_id = ? order by rank")
                .param(id)
                .query(Integer.class)
                .list();
    }

    private AttachmentRules rulesOfGironde() {
        return store.rules("partners.contact", "331");
    }

    private StoredFile upload(String name, byte[] content) {
        return store.upload(bucket, OWNER, rulesOfGironde(), 0, name, in(content));
    }

    private static InputStream in(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<RefusedFile> refused(
            Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable upload) {
        return assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(upload)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
