package org.navette.privacy.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.partners.Deposits;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.navette.requests.Dossiers;
import org.navette.requests.Submission;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons whom requests name, and what is exported of them. */
@TestComponent
public class PersonWorld {

    private final PartnerWorld world;
    private final Deposits deposits;
    private final FileStore files;
    private final JdbcClient jdbc;

    private final Dossiers dossiers;

    PersonWorld(PartnerWorld world, Deposits deposits, FileStore files, JdbcClient jdbc, Dossiers dossiers) {
        this.dossiers = dossiers;
        this.world = world;
        this.deposits = deposits;
        this.files = files;
        this.jdbc = jdbc;
    }

    private static final Map<String, String> CONTENTS = new HashMap<>();

    static String content(String number) {
        return CONTENTS.get(number);
    }

    /** A request about somebody, with a file that is called like them. */
    public String deposit(Desk desk, String lastName, String firstName, String bornOn) {
        UUID key = UUID.randomUUID();
        String name = lastName.toLowerCase(java.util.Locale.ROOT);
        UUID file = files.upload(
                        key,
                        desk.owner(),
                        files.rules("partners.case-review", "331"),
                        0,
                        name + ".csv",
                        new ByteArrayInputStream((name + ";" + key).getBytes(StandardCharsets.UTF_8)))
                .id();
        Map<String, Object> answers = world.answers("partners.case-review");
        answers.putAll(Map.of("lastName", lastName, "firstName", firstName, "birthDate", bornOn));
        String number = deposits.deposit(desk, "partners.case-review", new Submission(key, "", answers, List.of(file)));
        CONTENTS.put(number, key.toString());
        return number;
    }

    private long id(String number) {
        return jdbc.sql("select id from request where number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    List<StoredFile> files(String number) {
        return files.of(id(number));
    }

    /** What is in the one archive of an export, by its names. */
    Map<String, String> archive(String number) throws IOException {
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(files.open(files(number).get(0)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    long chunks(String number) {
        return jdbc.sql("select count(*) from file_chunk c join stored_file f on f.id = c.file_id"
                        + " where f.request_id = ?")
                .param(id(number))
                .query(Long.class)
                .single();
    }

    /** Who was sought, as it is kept; empty once it is done. */
    String names(String number) {
        return jdbc.sql("select concat(last_name, first_name, born_on) from person_request where id = ?")
                .param(id(number))
                .query(String.class)
                .single();
    }

    /** What has come of a demand. */
    String done(String number) {
        return jdbc.sql("select format('requests %s, accounts %s, kept %s', requests, accounts, kept)"
                        + " from person_request where id = ?")
                .param(id(number))
                .query(String.class)
                .single();
    }

    /** What the data officer reads of a demand, as text. */
    String dossier(String number) {
        String task = world.task(number).getId();
        return dossiers.of("delegue.donnees", UUID.fromString(task))
                .orElseThrow()
                .blocks()
                .toString();
    }
}
