package org.navette.providers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Supervisor;
import org.navette.exports.CsvFile;
import org.navette.files.ShownName;
import org.navette.portal.EntryWords;
import org.navette.portal.OversizedUploads;
import org.navette.portal.SupervisorPage;
import org.navette.portal.SupervisorSection;
import org.navette.providers.BulkImport;
import org.navette.providers.BulkImports;
import org.navette.providers.BulkKind;
import org.navette.providers.BulkRefused;
import org.navette.providers.BulkReport;
import org.navette.providers.BulkReports;
import org.navette.providers.Providers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registration of many with one CSV file, by the supervisors of the body that establishments file to (PROV-18). */
@SupervisorPage
@RequestMapping(BulkController.PATH)
class BulkController {

    private static final String SECTION = "enregistrements";
    static final String PATH = SupervisorPage.PATH + "/" + SECTION;
    private static final String ONE = "/{file:\\d{1,18}}";
    private static final String REPORT = "/rapports/{report}";
    private static final String FILE = "file";
    private static final String WORDS = "providers.bulk";

    /** What a page shows: the latest files, the first problems of a report, the first refused lines. */
    private static final int FILES = 20;

    private static final int PROBLEMS = 2000;

    /** A browser's script stops asking when it is told this. */
    private static final int STOP_POLLING = 286;

    private final BulkImports imports;
    private final BulkReports reports;
    private final Providers providers;
    private final EntryWords words;

    BulkController(BulkImports imports, BulkReports reports, Providers providers, EntryWords words) {
        this.imports = imports;
        this.reports = reports;
        this.providers = providers;
        this.words = words;
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {

        private final String organism;

        Section(@Value("${navette.providers.organism}") String organism) {
            this.organism = organism;
        }

        @Bean
        SupervisorSection bulkSection() {
            return SupervisorSection.of(organism, "Enregistrements groupés", SECTION, 70);
        }

        @Bean
        FilterRegistrationBean<OncePerRequestFilter> oversizedRegistrations() {
            return OversizedUploads.at(BulkImports.LARGEST, SupervisorPage.ROOT + "/" + organism + "/" + SECTION);
        }
    }

    @GetMapping
    ModelAndView form(
            Supervisor supervisor,
            @RequestParam(name = OversizedUploads.TOO_LARGE, required = false) @Nullable String large) {
        own(supervisor);
        return large == null
                ? form("", Map.of())
                : refused(form("", Map.of(FILE, words.of(WORDS + ".file.TOO_LARGE"))), HttpStatus.PAYLOAD_TOO_LARGE);
    }

    /** @param kind code of what the file holds */
    @PostMapping
    ModelAndView send(
            Supervisor supervisor,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        own(supervisor);
        Optional<BulkKind> chosen = BulkKind.of(kind);
        Map<String, String> errors = new LinkedHashMap<>();
        if (chosen.isEmpty()) {
            errors.put("kind", words.of(WORDS + ".kind.MISSING"));
        }
        if (file == null || file.isEmpty()) {
            errors.put(FILE, words.of(WORDS + ".file.MISSING"));
        } else if (chosen.isPresent()) {
            String name = ShownName.of(file.getOriginalFilename(), "fichier.csv");
            try {
                Optional<UUID> report = imports.send(supervisor, chosen.get(), name, file.getBytes());
                if (report.isEmpty()) {
                    flash.addFlashAttribute("success", words.of(WORDS + ".accepted", name));
                }
                return new ModelAndView("redirect:" + SupervisorPage.ROOT + "/" + supervisor.code() + "/" + SECTION
                        + report.map(id -> "/rapports/" + id).orElse(""));
            } catch (BulkRefused e) {
                errors.put(FILE, e.why());
            }
        }
        return refused(form(kind, errors), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView form(String kind, Map<String, String> errors) {
        return new ModelAndView("agents/gestion/bulk")
                .addObject("kinds", BulkKind.values())
                .addObject("kind", kind)
                .addObject("errors", errors)
                .addObject("files", imports.latest(FILES));
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    /** A file with the titles alone. */
    @GetMapping("/modeles/{kind}")
    void model(Supervisor supervisor, @PathVariable String kind, HttpServletResponse response) {
        own(supervisor);
        BulkKind chosen = BulkKind.of(kind).orElseThrow();
        CsvFile.write(response, chosen.code() + ".csv", chosen.titles(), file -> {});
    }

    /** What became of the lines of a file. */
    @GetMapping(ONE)
    ModelAndView file(Supervisor supervisor, @PathVariable long file) {
        BulkImport found = find(supervisor, file);
        return new ModelAndView("agents/gestion/bulk-file")
                .addObject("file", found)
                .addObject("refused", imports.refused(found, PROBLEMS));
    }

    /** How far a file is, for the page that shows it. */
    @GetMapping(ONE + "/avancement")
    ModelAndView progress(Supervisor supervisor, @PathVariable long file, HttpServletResponse response) {
        BulkImport found = find(supervisor, file);
        if (!found.isRunning()) {
            response.setStatus(STOP_POLLING);
        }
        return new ModelAndView("agents/gestion/bulk-parts :: progress").addObject("file", found);
    }

    private BulkImport find(Supervisor supervisor, long file) {
        own(supervisor);
        return imports.find(file).orElseThrow();
    }

    /** What is wrong with a file of which nothing was taken. */
    @GetMapping(REPORT)
    ModelAndView report(Supervisor supervisor, @PathVariable UUID report) {
        BulkReport found = find(supervisor, report);
        return new ModelAndView("agents/gestion/bulk-report")
                .addObject("report", found)
                .addObject("problems", reports.problems(found, PROBLEMS));
    }

    /** The same whole, for a spreadsheet program. */
    @GetMapping(REPORT + "/fichier")
    void reportFile(Supervisor supervisor, @PathVariable UUID report, HttpServletResponse response) {
        BulkReport found = find(supervisor, report);
        List<String> titles = List.of("Ligne", "Colonne", "Valeur", "Anomalie");
        CsvFile.write(
                response,
                "anomalies.csv",
                titles,
                file -> reports.problems(
                        found,
                        it -> file.row(List.of(String.valueOf(it.line()), it.title(), it.value(), it.problem()))));
    }

    private BulkReport find(Supervisor supervisor, UUID report) {
        own(supervisor);
        return reports.find(supervisor, report).orElseThrow();
    }

    /** Establishments file to no other organism. */
    private void own(Supervisor supervisor) {
        if (!supervisor.code().equals(providers.organism())) {
            throw new NoSuchElementException("nothing is registered for this organism");
        }
    }
}
