package org.navette.requests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Block;
import org.navette.mail.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of a request and may be told to its author, or to a person whom it names, as a tree (COMM-05). */
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

    /** All of it, for its author. The names of the tree's branches are French: people read it. Agents are not named. */
    public Map<String, Object> of(String number) {
        return of(number, request -> blocks(request), true);
    }

    /**
     * What of it is about somebody whom it names: nobody else is told of, and files are left to a person's judgement.
     *
     * @param lastName the person's
     * @param firstName the person's
     */
    public Map<String, Object> about(String number, String lastName, String firstName) {
        List<String> names = List.of(SearchText.of(lastName), SearchText.of(firstName));
        return of(
                number,
                request -> blocks(request).stream()
                        .filter(block -> names(request.person(), names) || names(text(block), names))
                        .toList(),
                false);
    }

    private List<Block> blocks(Request request) {
        return source(request).blocks(request);
    }

    private static boolean names(@Nullable String text, List<String> names) {
        String folded = " " + SearchText.of(text) + " ";
        return names.stream().allMatch(name -> folded.contains(" " + name + " "));
    }

    private static String text(Block block) {
        return block.lines().stream().flatMap(line -> line.texts().stream()).collect(Collectors.joining(" "));
    }

    private Map<String, Object> of(String number, Function<Request, List<Block>> told, boolean author) {
        Request request = requests.find(number).orElseThrow();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("numéro", request.number());
        tree.put("objet", request.subject());
        tree.put("organisme", request.scope().organism());
        if (author) {
            tree.put("auteur", request.authorName());
            tree.put("personne", request.person() == null ? "" : request.person());
        }
        tree.put("statut", request.statusLabel());
        tree.put("déposée le", request.createdAt().toString());
        tree.put(
                "réponses",
                told.apply(request).stream().map(RequestContents::block).toList());
        tree.put(
                "échanges",
                exchange.of(request.id()).stream()
                        .map(message -> row(
                                "le", message.at(),
                                "de", sender(message, author),
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
                                author ? entry.actor().name() : null))
                        .toList());
        if (!author) {
            return tree;
        }
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

    private static String sender(Exchange.Message message, boolean author) {
        if (message.sender() != Actor.Kind.PARTNER) {
            return "l’organisme";
        }
        return author ? message.senderName() : "le demandeur";
    }

    private static Map<String, Object> block(Block block) {
        Map<String, Object> lines = new LinkedHashMap<>();
        block.lines()
                .forEach(line -> lines.merge(
                        line.label(), String.join(" ; ", line.texts()), (first, second) -> first + " ; " + second));
        return row("partie", block.label(), "réponses", lines);
    }

    private static Map<String, Object> row(@Nullable Object... entries) {
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
