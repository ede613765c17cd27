package org.navette.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.TypedPeriod;
import org.navette.files.RefusedFile;
import org.navette.files.ShownName;
import org.navette.funding.Archives;
import org.navette.funding.Incompletes;
import org.navette.funding.Incompletes.Row;
import org.navette.funding.Refused;
import org.navette.funding.RequestType;
import org.navette.funding.Supplier;
import org.navette.portal.FormUploads;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requests that miss a document: the table, several deleted at once, and the documents of many in one zip (FUND-12, FUND-13). */
@Controller
@RequestMapping(Paths.INCOMPLETES)
class IncompletesController {

    private static final String ARCHIVE = "/archive";
    private static final String ARCHIVE_NAME = "archive.zip";
    private static final String ZIP = "application/zip";

    private final Incompletes incompletes;
    private final Archives archives;
    private final Words words;

    IncompletesController(Incompletes incompletes, Archives archives, Words words) {
        this.incompletes = incompletes;
        this.archives = archives;
        this.words = words;
    }

    @GetMapping
    ModelAndView list(
            Supplier supplier,
            @RequestParam(defaultValue = "") String numero,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String du,
            @RequestParam(defaultValue = "") String au) {
        TypedPeriod period = new TypedPeriod(du, au);
        Map<String, String> errors = DepositDays.errors(period);
        LocalDate from = DepositDays.first(period, errors);
        List<Row> rows = errors.isEmpty()
                ? incompletes.list(
                        supplier,
                        numero.strip(),
                        RequestType.of(type).orElse(null),
                        from,
                        from == null ? null : period.lastDay())
                : List.of();
        var page = new ModelAndView("funding/incompletes");
        page.addObject("rows", rows);
        page.addObject("full", rows.size() == Incompletes.MOST);
        page.addObject("typed", new LinkedHashMap<>(Map.of("numero", numero, "type", type, "du", du, "au", au)));
        page.addObject("filtered", !(numero + type + du + au).isBlank());
        page.addObject("errors", errors);
        page.addObject("types", RequestType.values());
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    @PostMapping("/suppression")
    ModelAndView delete(
            Supplier supplier,
            @RequestParam(required = false) @Nullable List<String> numeros,
            RedirectAttributes flash) {
        if (numeros == null || numeros.isEmpty()) {
            flash.addFlashAttribute("refusal", words.of("funding.incomplete.none"));
        } else {
            try {
                incompletes.delete(supplier, numeros);
                flash.addFlashAttribute("success", words.of("funding.incomplete.deleted", numeros.size()));
            } catch (Refused e) {
                flash.addFlashAttribute("refusal", words.of(e));
            }
        }
        return new ModelAndView("redirect:" + Paths.INCOMPLETES);
    }

    /** The archive alone, as a script sends it: nothing of it is kept in memory, however large it is. */
    @PostMapping(path = ARCHIVE, consumes = ZIP)
    ResponseEntity<Map<String, String>> archive(
            Supplier supplier,
            @RequestHeader(name = "X-File-Name", defaultValue = ARCHIVE_NAME) String name,
            HttpServletRequest request)
            throws IOException {
        UUID receipt = archives.take(supplier, clean(name), request.getInputStream());
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("location", address(receipt)));
    }

    private static String clean(String name) {
        try {
            return ShownName.of(URLDecoder.decode(name, StandardCharsets.UTF_8), ARCHIVE_NAME);
        } catch (IllegalArgumentException e) {
            return ARCHIVE_NAME;
        }
    }

    /** The same without a script, for small archives. */
    @PostMapping(path = ARCHIVE, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView archive(
            Supplier supplier, @RequestParam(required = false) @Nullable MultipartFile file, RedirectAttributes flash)
            throws IOException {
        if (file == null || file.isEmpty()) {
            flash.addFlashAttribute("refusal", words.of("funding.archive.missing"));
            return new ModelAndView("redirect:" + Paths.INCOMPLETES);
        }
        try {
            return new ModelAndView(
                    "redirect:" + address(archives.take(supplier, SimulationForm.name(file), file.getInputStream())));
        } catch (RefusedFile e) {
            flash.addFlashAttribute("refusal", e.getMessage());
            return new ModelAndView("redirect:" + Paths.INCOMPLETES);
        }
    }

    @GetMapping("/recus/{id}")
    ModelAndView receipt(Supplier supplier, @PathVariable UUID id) {
        return new ModelAndView(
                "funding/receipt",
                Map.of("receipt", archives.receipt(supplier, id).orElseThrow()));
    }

    private static String address(UUID receipt) {
        return Paths.INCOMPLETES + "/recus/" + receipt;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> refused(RefusedFile e) {
        return FormUploads.refused(e);
    }
}
