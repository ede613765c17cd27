package org.navette.engine.web;

import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.engine.rehearsal.Journal;
import org.navette.engine.rehearsal.RefusedPackage;
import org.navette.engine.rehearsal.Rehearsal;
import org.navette.engine.rehearsal.Rehearsals;
import org.navette.engine.rehearsal.WayBack;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The same as {@link ModelPages} for scripts, in JSON; Modeler's chain lets owners in with their password. */
@RestController
@RequestMapping(ModelCalls.PATH)
class ModelCalls {

    static final String PATH = ModelPages.PATH + "/repetitions";

    private final Rehearsals rehearsals;

    ModelCalls(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    /**
     * An answer.
     *
     * @param journal what became of running instances, once the package is applied
     * @param back what going back would do now; null for a package that is not applied
     */
    record Answer(Rehearsal rehearsal, Journal journal, @Nullable WayBack back) {}

    @PostMapping
    ResponseEntity<Answer> rehearse(Principal owner, @RequestParam(required = false) List<MultipartFile> files)
            throws IOException {
        Rehearsal rehearsal = rehearsals.rehearse(owner.getName(), ModelPages.packed(files));
        return ResponseEntity.created(URI.create(PATH + "/" + rehearsal.id())).body(answer(rehearsal));
    }

    @GetMapping("/{rehearsal}")
    Answer show(@PathVariable UUID rehearsal) {
        return answer(rehearsals.find(rehearsal).orElseThrow());
    }

    @PostMapping("/{rehearsal}/application")
    Answer apply(Principal owner, @PathVariable UUID rehearsal, @RequestParam(defaultValue = "false") boolean move) {
        return answer(rehearsals.apply(owner.getName(), rehearsal, move));
    }

    @PostMapping("/{rehearsal}/retour")
    Answer undo(Principal owner, @PathVariable UUID rehearsal) {
        return answer(rehearsals.undo(owner.getName(), rehearsal));
    }

    private Answer answer(Rehearsal rehearsal) {
        return new Answer(
                rehearsal,
                rehearsals.journal(rehearsal.id()),
                rehearsals.wayBack(rehearsal.id()).orElse(null));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(RefusedPackage e) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(Map.of("type", "RefusedPackage", "message", e.getMessage(), "reasons", e.reasons()));
    }
}
