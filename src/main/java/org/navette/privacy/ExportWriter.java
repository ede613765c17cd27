package org.navette.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.navette.accounts.Account;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.mail.Outbox;
import org.navette.portal.Formats;
import org.navette.requests.PersonRequests.Found;
import org.navette.requests.RequestContents;
import org.navette.retention.PersonalData.Sheet;
import org.springframework.stereotype.Component;

/**
 * Writes a part of an export as a ZIP: a text to begin with, JSON for each request and for what is beside them, and the
 * files. One request after the other, one chunk of a file after the other.
 */
@Component
class ExportWriter {

    private static final int MOST_MAILS = 1_000;

    private final Subjects subjects;
    private final RequestContents contents;
    private final FileStore files;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Formats formats;
    private final Clock clock;

    ExportWriter(
            Subjects subjects,
            RequestContents contents,
            FileStore files,
            Outbox outbox,
            ObjectMapper json,
            Formats formats,
            Clock clock) {
        this.subjects = subjects;
        this.contents = contents;
        this.files = files;
        this.outbox = outbox;
        this.json = json;
        this.formats = formats;
        this.clock = clock;
    }

    /** @param first whether what is beside requests comes with it */
    void write(Demand demand, List<Found> requests, boolean first, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new Unclosed(out), StandardCharsets.UTF_8)) {
            text(zip, "LISEZMOI.txt", summary(demand, requests));
            if (first) {
                beside(zip, demand);
            }
            for (Found request : requests) {
                tree(zip, "demandes/" + request.number() + ".json", contents(demand, request));
                if (demand.account() == null) {
                    continue;
                }
                int rank = 0;
                for (StoredFile file : contents.files(request.id())) {
                    zip.putNextEntry(new ZipEntry("fichiers/" + request.number() + "/" + ++rank + "-" + file.name()));
                    try (InputStream content = files.open(file)) {
                        content.transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
        }
    }

    /** An account's requests are told whole; of those that name somebody, what is about them. */
    private Map<String, Object> contents(Demand demand, Found request) {
        return demand.sought() == null
                ? contents.of(request.number())
                : contents.about(
                        request.number(),
                        demand.sought().lastName(),
                        demand.sought().firstName());
    }

    private void beside(ZipOutputStream zip, Demand demand) throws IOException {
        if (demand.account() != null) {
            Account account = subjects.account(demand.account()).orElseThrow();
            tree(zip, "compte/compte.json", of(account));
            tree(
                    zip,
                    "compte/courriels.json",
                    outbox.to(account.email(), MOST_MAILS).stream()
                            .map(mail -> Map.of(
                                    "objet",
                                    mail.subject(),
                                    "le",
                                    mail.queuedAt().toString()))
                            .toList());
        }
        for (Sheet sheet : subjects.sheets(demand)) {
            tree(zip, "compte/" + sheet.name() + ".json", sheet.rows());
        }
    }

    private static Map<String, Object> of(Account account) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("espace", account.espace());
        facts.put("identifiant", account.login());
        facts.put("adresse", account.email());
        facts.put("prénom", account.firstName());
        facts.put("nom", account.lastName());
        facts.put("actif", account.active());
        facts.put("créé le", account.createdAt().toString());
        facts.put("activé le", String.valueOf(account.activatedAt()));
        facts.put("dernière connexion", String.valueOf(account.lastLoginAt()));
        return facts;
    }

    private String summary(Demand demand, List<Found> requests) {
        StringBuilder text = new StringBuilder("Vos données dans Navette\r\n\r\n");
        text.append("Demande n° ").append(demand.number()).append(", export fait le ");
        text.append(formats.moment(clock.instant())).append(".\r\n\r\n");
        text.append("compte/ : votre compte et ce que l’espace en sait, les courriels qui vous ont été écrits.\r\n");
        text.append("demandes/ : une demande par fichier, avec vos réponses, les échanges et sa chronologie.\r\n");
        text.append(
                demand.account() != null
                        ? "fichiers/ : les fichiers de chaque demande.\r\n"
                        : "Qui a fait ces demandes n’y est pas nommé, et leurs pièces jointes n’y sont pas : elles peuvent"
                                + " concerner d’autres personnes. Le délégué les examine à part.\r\n");
        text.append("Un export long est fait de plusieurs archives, numérotées.\r\n\r\n");
        text.append(requests.isEmpty() ? "Aucune demande dans cette archive.\r\n" : "Demandes de cette archive :\r\n");
        for (Found request : requests) {
            text.append("- n° ").append(request.number()).append(", ").append(request.subject());
            text.append(" : ").append(request.status()).append(" le ").append(formats.day(request.statusAt()));
            text.append("\r\n");
        }
        if (demand.sought() != null) {
            text.append("\r\nLa recherche par nom a comparé :\r\n");
            subjects.reach().forEach((kind, words) -> text.append("- ")
                    .append(kind)
                    .append(" : ")
                    .append(words)
                    .append("\r\n"));
        }
        return text.toString();
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        // with the mark that tells old editors that it is UTF-8
        zip.write(("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void tree(ZipOutputStream zip, String name, Object tree) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree));
        zip.closeEntry();
    }

    /** The archive ends, what it is written to does not. */
    private static final class Unclosed extends FilterOutputStream {

        private Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
