package org.navette.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.files.RefusedFile;
import org.navette.funding.InvalidModification;
import org.navette.funding.Modifications;
import org.navette.funding.Refused;
import org.navette.funding.RequestDocuments;
import org.navette.funding.RequestDocuments.Found;
import org.navette.funding.Supplier;
import org.navette.funding.TypedDeclaration;
import org.navette.funding.process.FundingProcess;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an agent has asked to be changed in one request, and pieces beside (FUND-14). */
@Controller
@RequestMapping(Paths.REQUEST + ModificationController.MODIFICATION)
class ModificationController {

    static final String MODIFICATION = "/modification";

    private final Modifications modifications;
    private final RequestDocuments documents;
    private final PiecesController pieces;
    private final Words words;

    ModificationController(
            Modifications modifications, RequestDocuments documents, PiecesController pieces, Words words) {
        this.modifications = modifications;
        this.documents = documents;
        this.pieces = pieces;
        this.words = words;
    }

    @GetMapping
    ModelAndView page(Supplier supplier, @PathVariable String number) {
        Found found = find(supplier, number);
        if (!isAwaited(found)) {
            return new ModelAndView("redirect:" + detail(number));
        }
        return page(
                supplier,
                found,
                modifications.version(found.request()),
                modifications.current(found.own()),
                Map.of(),
                HttpStatus.OK);
    }

    private ModelAndView page(
            Supplier supplier,
            Found found,
            String version,
            TypedDeclaration typed,
            Map<String, String> errors,
            HttpStatus status) {
        var form = ModificationForm.of(modifications.parts(found.own()), typed, errors);
        var page = new ModelAndView("funding/modification", status);
        page.addObject("found", found);
        page.addObject("request", found.request());
        page.addObject("version", version);
        page.addObject("form", form);
        page.addObject("areas", pieces.areas(supplier, found));
        return page;
    }

    /** @param more present when only more blank rows are wanted */
    @PostMapping
    ModelAndView send(
            Supplier supplier,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(name = "lignes", required = false) @Nullable String more,
            HttpServletRequest sent,
            RedirectAttributes flash) {
        Map<String, String> posted = new HashMap<>();
        sent.getParameterMap().forEach((name, values) -> posted.put(name, values[0]));
        Map<String, String> errors = Map.of();
        if (more == null) {
            find(supplier, number);
            try {
                boolean changed = modifications.send(supplier, number, version, posted);
                flash.addFlashAttribute(
                        "success", words.of(changed ? "funding.pieces.changed" : "funding.pieces.sent", number));
                return new ModelAndView("redirect:" + detail(number));
            } catch (Refused e) {
                flash.addFlashAttribute("refusal", words.of(e));
                return new ModelAndView("redirect:" + detail(number));
            } catch (InvalidModification e) {
                errors = e.errors();
            } catch (RefusedFile e) {
                errors = Map.of("", e.getMessage());
            }
        }
        Found found = find(supplier, number);
        if (!isAwaited(found)) {
            flash.addFlashAttribute("refusal", words.of("funding.refused.NOT_AWAITED"));
            return new ModelAndView("redirect:" + detail(number));
        }
        return page(
                supplier,
                found,
                version,
                modifications.typed(found.own(), posted),
                errors,
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static boolean isAwaited(Found found) {
        return found.request().allows(FundingProcess.MODIFY);
    }

    private static String detail(String number) {
        return Paths.REQUESTS + "/" + number;
    }

    private Found find(Supplier supplier, String number) {
        return documents.find(supplier, number).orElseThrow();
    }
}
