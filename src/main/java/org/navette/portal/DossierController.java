package org.navette.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.navette.directory.TypedText;
import org.navette.engine.TaskRefused;
import org.navette.files.FileResponses;
import org.navette.files.RefusedFile;
import org.navette.files.StoredFile;
import org.navette.requests.Acting;
import org.navette.requests.Dossier;
import org.navette.requests.Dossiers;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The request behind a task, for the Dossier tab of Tasklist; the agents' security chain has let the caller in. */
@Controller
@RequestMapping("/agents/dossiers/{task}")
class DossierController {

    /** Bytes of answers that a task's form may come to; several times what the longest form of ours holds. */
    private static final int LARGEST = 200_000;

    private static final String CHARACTERS = "Ce texte contient des caractères qui ne peuvent pas être enregistrés :"
            + " effacez-les ou retapez le texte.";

    private final Dossiers dossiers;
    private final FileResponses responses;
    private final FormPages pages;
    private final Formats formats;
    private final ObjectMapper json;

    DossierController(Dossiers dossiers, FileResponses responses, FormPages pages, Formats formats, ObjectMapper json) {
        this.dossiers = dossiers;
        this.responses = responses;
        this.pages = pages;
        this.formats = formats;
        this.json = json;
    }

    @GetMapping
    String dossier(Principal agent, @PathVariable UUID task, Model model) {
        Dossier dossier = dossiers.of(agent.getName(), task).orElseThrow();
        Acting acting = dossier.acting();
        model.addAttribute("task", task);
        model.addAttribute("dossier", dossier);
        if (acting.mine() && acting.form() != null) {
            var heading = new FormPages.Heading(acting.task(), null, "");
            model.addAttribute(
                    "page",
                    pages.page(
                            heading,
                            acting.form(),
                            task,
                            acting.draft(),
                            acting.options(),
                            FormPage.Errors.NONE,
                            null));
            model.addAttribute("canned", canned(dossier));
        }
        return "agents/dossier";
    }

    private String canned(Dossier dossier) {
        try {
            return json.writeValueAsString(dossier.cannedAnswers().stream()
                    .map(answer ->
                            Map.of("group", group(answer.topic()), "title", answer.title(), "text", answer.body()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String group(String topic) {
        if (topic.isEmpty()) {
            return "Pour toutes les demandes";
        }
        return topic.contains("/") ? "Pour ce motif" : "Pour cette offre";
    }

    /** Takes the task; one that asks nothing is done by the same press. */
    @PostMapping("/prise")
    ResponseEntity<Map<String, String>> take(Principal agent, @PathVariable UUID task) {
        return next(dossiers.take(agent.getName(), task));
    }

    /** Sends the task's form. */
    @PostMapping(path = "/reponse", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> submit(Principal agent, @PathVariable UUID task, InputStream body)
            throws IOException {
        return next(dossiers.submit(agent.getName(), task, answers(body)));
    }

    /** Gives the task to a colleague, or back to its group. */
    @PostMapping(path = "/transmission", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> handOver(Principal agent, @PathVariable UUID task, InputStream body)
            throws IOException {
        Map<String, Object> sent = answers(body);
        dossiers.handOver(agent.getName(), task, Objects.toString(sent.get("colleague"), ""), words(sent, "reason"));
        return ResponseEntity.ok(Map.of());
    }

    /** Keeps what is being typed. */
    @PutMapping(path = "/brouillon", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> keep(Principal agent, @PathVariable UUID task, InputStream body)
            throws IOException {
        Instant at = dossiers.keep(agent.getName(), task, answers(body));
        return ResponseEntity.ok(Map.of("at", formats.moment(at)));
    }

    private static ResponseEntity<Map<String, String>> next(Optional<String> task) {
        return ResponseEntity.ok(task.map(id -> Map.of("next", id)).orElse(Map.of()));
    }

    private Map<String, Object> answers(InputStream body) throws IOException {
        byte[] sent = body.readNBytes(LARGEST + 1);
        if (sent.length > LARGEST) {
            throw new TaskRefused("Ce que vous avez saisi est trop long pour être enregistré.");
        }
        try {
            Map<String, Object> answers = json.readValue(sent, new TypeReference<>() {});
            if (hasUnstorable(answers)) {
                throw new TaskRefused(CHARACTERS);
            }
            return answers == null ? Map.of() : answers;
        } catch (JsonProcessingException e) {
            throw new TaskRefused("Les réponses reçues ne sont pas lisibles. Rechargez la page.");
        }
    }

    /** A text that is kept as it is, no form's answer. */
    private static String words(Map<String, Object> sent, String field) {
        String words = TypedText.composed(Objects.toString(sent.get(field), ""));
        if (!TypedText.isLines(words)) {
            throw new TaskRefused(CHARACTERS);
        }
        return words;
    }

    /** NUL and halves of characters: nobody types them, and PostgreSQL stores none. */
    private static boolean hasUnstorable(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return hasUnstorable(map.keySet()) || hasUnstorable(map.values());
        }
        if (value instanceof Iterable<?> all) {
            return StreamSupport.stream(all.spliterator(), false).anyMatch(DossierController::hasUnstorable);
        }
        return value instanceof String text
                && text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    @GetMapping("/fichiers/{file}")
    ResponseEntity<Resource> download(Principal agent, @PathVariable UUID task, @PathVariable UUID file) {
        return responses.download(dossiers.file(agent.getName(), task, file).orElseThrow());
    }

    @GetMapping("/fichiers/{file}/apercu")
    ResponseEntity<Resource> preview(Principal agent, @PathVariable UUID task, @PathVariable UUID file) {
        return responses.preview(dossiers.file(agent.getName(), task, file).orElseThrow());
    }

    /** How many pages a PDF has. */
    @GetMapping("/fichiers/{file}/pages")
    ResponseEntity<Map<String, Integer>> pages(Principal agent, @PathVariable UUID task, @PathVariable UUID file) {
        return ResponseEntity.ok(Map.of(
                "pages",
                responses.pages(dossiers.file(agent.getName(), task, file).orElseThrow())));
    }

    /** A page of a PDF, drawn. */
    @GetMapping("/fichiers/{file}/pages/{number}")
    ResponseEntity<byte[]> page(
            Principal agent, @PathVariable UUID task, @PathVariable UUID file, @PathVariable int number) {
        return responses.page(dossiers.file(agent.getName(), task, file).orElseThrow(), number);
    }

    /** Adds a note for colleagues. */
    @PostMapping(path = "/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> note(Principal agent, @PathVariable UUID task, InputStream body)
            throws IOException {
        dossiers.note(agent.getName(), task, words(answers(body), "text"));
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of());
    }

    @PostMapping(path = "/fichiers", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Map<String, Object>> add(Principal agent, @PathVariable UUID task, @RequestParam MultipartFile file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            String name = file.getOriginalFilename();
            StoredFile added = dossiers.add(agent.getName(), task, name == null ? "" : name, content);
            return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("id", added.id(), "name", added.name()));
        }
    }

    @DeleteMapping("/fichiers/{file}")
    ResponseEntity<Void> remove(Principal agent, @PathVariable UUID task, @PathVariable UUID file) {
        dossiers.remove(agent.getName(), task, file);
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RefusedFile e) {
        return ResponseEntity.unprocessableEntity().body(Map.of("message", e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(TaskRefused e) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", e.getMessage()));
    }
}
