package org.navette.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.files.RefusedFile;
import org.navette.files.StoredFile;
import org.navette.funding.DocumentTemplates;
import org.navette.funding.DocumentTemplates.Past;
import org.navette.funding.Refused;
import org.navette.funding.Supplier;
import org.navette.funding.TemplateKind;
import org.navette.portal.ColumnTable;
import org.navette.portal.ColumnTable.Column;
import org.navette.portal.Formats;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Templates of documents: imported one by one, sent together, followed (FUND-22). Works without a script. */
@Controller
@RequestMapping(Paths.TEMPLATES)
class TemplatesController {

    private static final String KIND = "type";
    private static final String FILE = "file";

    private final DocumentTemplates templates;
    private final Formats formats;
    private final Words words;
    private final List<Column<Past>> columns;

    TemplatesController(DocumentTemplates templates, Formats formats, Words words) {
        this.templates = templates;
        this.formats = formats;
        this.words = words;
        columns = List.of(
                Column.by("date", "Date d'import", row -> formats.day(row.at()), Past::at),
                Column.words("type", "Type de document", Past::kind),
                Column.words("nom", "Nom", Past::fileName),
                Column.words("statut", "Statut", Past::status));
    }

    @GetMapping
    ModelAndView page(
            Supplier supplier,
            HttpServletRequest request,
            @RequestParam(name = SimulationForm.TOO_LARGE, required = false) @Nullable String large) {
        if (large == null) {
            return page(supplier, request, "", Map.of(), HttpStatus.OK);
        }
        String most = formats.size(templates.rules().maxBytes());
        return page(
                supplier,
                request,
                "",
                Map.of(FILE, words.of("funding.templates.large", most)),
                HttpStatus.PAYLOAD_TOO_LARGE);
    }

    private ModelAndView page(
            Supplier supplier, HttpServletRequest request, String kind, Map<String, String> errors, HttpStatus status) {
        var page = new ModelAndView("funding/templates", status);
        page.addObject("kinds", templates.kinds(supplier));
        page.addObject("waiting", templates.waiting(supplier));
        page.addObject("table", ColumnTable.of(request, columns, templates.past(supplier)));
        page.addObject("most", DocumentTemplates.MOST);
        page.addObject("rules", templates.rules());
        page.addObject("typed", kind);
        page.addObject("errors", errors);
        return page;
    }

    /** The first step: a file is looked at, and kept until it is sent. */
    @PostMapping
    ModelAndView take(
            Supplier supplier,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        Optional<TemplateKind> kind = templates.kinds(supplier).stream()
                .filter(known -> known.code().equals(type))
                .findFirst();
        Map<String, String> errors = new LinkedHashMap<>();
        if (kind.isEmpty()) {
            errors.put(KIND, words.of("funding.templates.kind"));
        }
        if (file == null || file.isEmpty()) {
            errors.put(FILE, words.of("funding.templates.file"));
        } else {
            try {
                String name = take(supplier, kind, file);
                if (errors.isEmpty()) {
                    flash.addFlashAttribute("imported", words.of("funding.templates.imported", name));
                    return back();
                }
            } catch (RefusedFile e) {
                errors.put(FILE, e.getMessage());
            }
        }
        return page(supplier, request, type, errors, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** Without a kind the file is looked at all the same, so that all that is wrong is said at once. */
    private String take(Supplier supplier, Optional<TemplateKind> kind, MultipartFile file) throws IOException {
        String name = Objects.toString(file.getOriginalFilename(), "");
        try (InputStream content = file.getInputStream()) {
            if (kind.isEmpty()) {
                templates.check(supplier, name, content);
                return name;
            }
            return templates.take(supplier, kind.get(), name, content).name();
        }
    }

    /** The second step: what was in the list goes to the agency. */
    @PostMapping("/validation")
    ModelAndView send(
            Supplier supplier,
            @RequestParam(required = false) @Nullable List<UUID> fichiers,
            RedirectAttributes flash) {
        try {
            List<String> numbers = templates.send(supplier, fichiers == null ? List.of() : fichiers);
            flash.addFlashAttribute(
                    "success", words.of("funding.templates.sent", numbers.size(), String.join(", ", numbers)));
        } catch (Refused e) {
            flash.addFlashAttribute("refusal", words.of(e));
        } catch (RefusedFile e) {
            flash.addFlashAttribute("refusal", e.getMessage());
        }
        return back();
    }

    @PostMapping("/fichiers/{file}/suppression")
    ModelAndView discard(Supplier supplier, @PathVariable UUID file, RedirectAttributes flash) {
        StoredFile gone = templates.discard(supplier, file);
        flash.addFlashAttribute("success", words.of("funding.templates.deleted", gone.name()));
        return back();
    }

    private static ModelAndView back() {
        return new ModelAndView("redirect:" + Paths.TEMPLATES);
    }
}
