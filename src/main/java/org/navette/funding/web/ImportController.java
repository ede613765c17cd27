package org.navette.funding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Software;
import org.navette.directory.Softwares;
import org.navette.funding.EnrolmentList;
import org.navette.funding.FileSchema;
import org.navette.funding.Import;
import org.navette.funding.ImportRefused;
import org.navette.funding.Imports;
import org.navette.funding.Imports.Simulation;
import org.navette.funding.RequestType;
import org.navette.funding.Supplier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A file of requests is simulated, imported as it was simulated, and followed until its last request (FUND-08, FUND-11). */
@Controller
class ImportController {

    private final Imports imports;
    private final EnrolmentList enrolments;
    private final Softwares softwares;
    private final FileSchema schema;
    private final SimulationPace pace;
    private final Words words;

    ImportController(
            Imports imports,
            EnrolmentList enrolments,
            Softwares softwares,
            FileSchema schema,
            SimulationPace pace,
            Words words) {
        this.imports = imports;
        this.enrolments = enrolments;
        this.softwares = softwares;
        this.schema = schema;
        this.pace = pace;
        this.words = words;
    }

    @GetMapping(Paths.NEW_IMPORT)
    ModelAndView form(
            Supplier supplier,
            @RequestParam(name = SimulationForm.TOO_LARGE, required = false) @Nullable String large) {
        return large == null
                ? form(supplier, SimulationForm.EMPTY, Map.of())
                : refused(
                        form(supplier, SimulationForm.EMPTY, SimulationForm.tooLarge()), HttpStatus.PAYLOAD_TOO_LARGE);
    }

    @PostMapping(Paths.NEW_IMPORT)
    ModelAndView simulate(
            Supplier supplier, SimulationForm typed, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        Optional<Software> software = enrolments.validated(supplier).stream()
                .filter(number -> number.equalsIgnoreCase(typed.ansNumber()))
                .findFirst()
                .flatMap(softwares::find);
        Map<String, String> errors = typed.errors(software, schema.vatRates(), file);
        if (!errors.isEmpty() || file == null) {
            return refused(form(supplier, typed, errors), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        byte[] content = file.getBytes();
        String name = SimulationForm.name(file);
        Optional<Simulation> simulation = pace.inTurn(() ->
                imports.simulate(supplier, typed.parameters(schema.vatRates()), software.orElseThrow(), name, content));
        if (simulation.isEmpty()) {
            return refused(
                    form(supplier, typed, Map.of(SimulationForm.FILE, words.of("funding.import.BUSY"))),
                    HttpStatus.SERVICE_UNAVAILABLE);
        }
        return form(supplier, typed, Map.of())
                .addObject("simulation", simulation.get())
                .addObject("report", simulation.get().report())
                .addObject("fileName", name);
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    private ModelAndView form(Supplier supplier, SimulationForm typed, Map<String, String> errors) {
        List<String> numbers = enrolments.validated(supplier);
        return new ModelAndView("funding/import-new")
                .addObject("supplier", supplier)
                .addObject("typed", typed)
                .addObject("errors", errors)
                .addObject("numbers", numbers)
                .addObject("types", RequestType.values())
                .addObject("rates", schema.vatRates());
    }

    @PostMapping(Paths.IMPORT + "/lancement")
    ModelAndView start(Supplier supplier, @PathVariable long id, RedirectAttributes flash) {
        try {
            imports.start(supplier, id);
            return new ModelAndView("redirect:" + Paths.IMPORTS + "/" + id);
        } catch (ImportRefused e) {
            flash.addFlashAttribute("refusal", words.of("funding.import." + e.reason()));
            return new ModelAndView("redirect:" + Paths.NEW_IMPORT);
        }
    }

    @GetMapping(Paths.IMPORT)
    ModelAndView result(Supplier supplier, @PathVariable long id) {
        Import file = started(supplier, id);
        var page = new ModelAndView("funding/import");
        page.addObject("file", file);
        page.addObject("outcomes", imports.outcomes(supplier, file));
        return page;
    }

    /** How far an import is, for the page that shows it; the page is loaded again once it has ended. */
    @GetMapping(Paths.IMPORT + "/avancement")
    ModelAndView progress(Supplier supplier, @PathVariable long id, HttpServletResponse response) {
        Import file = started(supplier, id);
        if (!file.isRunning()) {
            response.setHeader("HX-Refresh", "true");
        }
        return new ModelAndView("funding/import :: progress", Map.of("file", file));
    }

    @GetMapping(Paths.IMPORT + "/fichier")
    ResponseEntity<byte[]> output(Supplier supplier, @PathVariable long id) {
        Import file = started(supplier, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("import-" + id + ".json")
                                .build()
                                .toString())
                .body(imports.output(supplier, file));
    }

    private Import started(Supplier supplier, long id) {
        return imports.find(supplier, id)
                .filter(file -> file.startedAt() != null)
                .orElseThrow();
    }
}
