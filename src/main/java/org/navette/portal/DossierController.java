package org.navette.portal;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import org.navette.engine.TaskRefused;
import org.navette.files.FileResponses;
import org.navette.files.RefusedFile;
import org.navette.files.StoredFile;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The request behind a task, for the Dossier tab of Tasklist; the agents' security chain has let the caller in. */
@Controller
@RequestMapping("/agents/dossiers/{task}")
class DossierController {

    private final Dossiers dossiers;
    private final FileResponses responses;

    DossierController(Dossiers dossiers, FileResponses responses) {
        this.dossiers = dossiers;
        this.responses = responses;
    }

    @GetMapping
    String dossier(Principal agent, @PathVariable UUID task, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("dossier", dossiers.of(agent.getName(), task).orElseThrow());
        return "agents/dossier";
    }

    @GetMapping("/fichiers/{file}")
    ResponseEntity<Resource> download(Principal agent, @PathVariable UUID task, @PathVariable UUID file) {
        return responses.download(dossiers.file(agent.getName(), task, file).orElseThrow());
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
