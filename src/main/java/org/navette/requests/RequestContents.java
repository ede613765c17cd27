package org.navette.requests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Block;
import org.navette.mail.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that is kept of a request and may be told to the person whom it is about, as a tree for a file (COMM-05). */
@Component
@Transactional(readOnly = true)
public class RequestContents {

    private final Requests requests;
    private final Exchange exchange;
    private final Timeline timeline;
    private final FileStore files;
    private final Outbox outbox;
    private final List<DossierSource> sources;

    RequestContents(
            Requests requests,
            Exchange exchange,
            Timeline timeline,
            FileStore files,
            Outbox outbox,
            List<DossierSource> sources) {
        this.requests = requests;
        this.exchange = exchange;
        this.timeline = timeline;
        this.files = files;
        this.outbox = outbox;
        this.sources = sources;
    }

    /** The names of the tree's branches are French: people read it. Agents are not named. */
    public Map<String, Object> of(String number) {
        Request request = requests.find(number).orElseThrow();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("numéro", request.number());
        tree.put("objet", request.subject());
        tree.put("organisme", request.scope().organism());
        tree.put("auteur", request.authorName());
        tree.put("personne", request.person() == null ? "" : request.person());
        tree.put("statut", request.statusLabel());
        tree.put("déposée le", request.createdAt().toString());
        tree.put(
                "réponses",
                source(request).blocks(request).stream()
                        .map(RequestContents::block)
                        .toList());
        tree.put(
                "échanges",
                exchange.of(request.id()).stream()
                        .map(message -> row(
                                "le", message.at(),
                                "de", message.sender() == Actor.Kind.PARTNER ? message.senderName() : "l’organisme",
                                "texte", message.body()))
                        .toList());
        tree.put(
                "chronologie",
                timeline.forPartners(request.id()).stream()
                        .map(entry -> row(
                                "le",
                                entry.at(),
                                "fait",
                                entry.label(),
                                "par",
                                entry.actor().name()))
                        .toList());
        tree.put(
                "courriels",
                outbox.about(number).stream()
                        .map(mail -> row("le", mail.queuedAt(), "objet", mail.subject(), "à", mail.to()))
                        .toList());
        tree.put(
                "fichiers",
                files.of(request.id()).stream()
                        .map(file -> row("le", file.at(), "nom", file.name(), "retiré", file.removalReason()))
                        .toList());
        return tree;
    }

    /** The files of a request whose content is still there. */
    public List<StoredFile> files(long request) {
        return files.of(request).stream()
                .filter(file -> file.contentRemovedAt() == null)
                .toList();
    }

    private static Map<String, Object> block(Block block) {
        Map<String, Object> lines = new LinkedHashMap<>();
        block.lines()
                .forEach(line -> lines.merge(
                        line.label(), String.join(" ; ", line.texts()), (first, second) -> first + " ; " + second));
        return row("partie", block.label(), "réponses", lines);
    }

    private static Map<String, Object> row(Object... entries) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            @Nullable Object value = entries[i + 1];
            if (value != null) {
                row.put(String.valueOf(entries[i]), value instanceof Map ? value : value.toString());
            }
        }
        return row;
    }

    private DossierSource source(Request request) {
        return sources.stream()
                .filter(candidate -> candidate.espace().equals(request.scope().espace()))
                .findFirst()
                .orElseThrow();
    }
}
