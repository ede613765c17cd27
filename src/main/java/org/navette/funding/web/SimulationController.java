package org.navette.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Software;
import org.navette.directory.Softwares;
import org.navette.funding.FileCheck;
import org.navette.funding.FileParameters;
import org.navette.funding.FileReport;
import org.navette.funding.FileSchema;
import org.navette.funding.RequestType;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Everyone's simulator (FUND-01): the schema and the rules about the file alone. Nothing is stored. */
@Controller
@RequestMapping(Paths.PREFIX + Paths.SIMULATE)
class SimulationController {

    private final FileCheck check;
    private final FileSchema schema;
    private final Softwares softwares;
    private final SimulationPace pace;

    SimulationController(FileCheck check, FileSchema schema, Softwares softwares, SimulationPace pace) {
        this.check = check;
        this.schema = schema;
        this.softwares = softwares;
        this.pace = pace;
    }

    @GetMapping
    ModelAndView page(@RequestParam(name = SimulationForm.TOO_LARGE, required = false) @Nullable String tooLarge) {
        return tooLarge == null
                ? page(SimulationForm.EMPTY, Map.of())
                : refused(page(SimulationForm.EMPTY, SimulationForm.tooLarge()), HttpStatus.PAYLOAD_TOO_LARGE);
    }

    @PostMapping
    ModelAndView simulate(
            SimulationForm typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        Optional<Software> software =
                typed.ansNumber().isEmpty() ? Optional.empty() : softwares.find(typed.ansNumber());
        Map<String, String> errors = typed.errors(software, schema.vatRates(), file);
        if (!errors.isEmpty() || file == null) {
            return refused(page(typed, errors), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        if (!pace.admits(request.getRemoteAddr())) {
            return refused(
                    page(
                            typed,
                            Map.of(
                                    SimulationForm.FILE,
                                    "Trop de simulations en peu de temps. Réessayez dans une minute.")),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        return report(typed, file, software.orElseThrow());
    }

    private ModelAndView report(SimulationForm typed, MultipartFile file, Software software) throws IOException {
        FileParameters parameters = typed.parameters(schema.vatRates());
        byte[] content = file.getBytes();
        Optional<FileReport> report = pace.inTurn(() -> check.simulate(content, parameters, software));
        if (report.isEmpty()) {
            return refused(
                    page(
                            typed,
                            Map.of(SimulationForm.FILE, "Le simulateur est très demandé. Réessayez dans une minute.")),
                    HttpStatus.SERVICE_UNAVAILABLE);
        }
        return page(typed, Map.of())
                .addObject("report", report.get())
                .addObject("software", software)
                .addObject("fileName", SimulationForm.name(file));
    }

    private ModelAndView page(SimulationForm typed, Map<String, String> errors) {
        return new ModelAndView("funding/simulation")
                .addObject("typed", typed)
                .addObject("errors", errors)
                .addObject("types", RequestType.values())
                .addObject("rates", schema.vatRates());
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }
}
