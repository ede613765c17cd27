package org.navette.procedures.web;

import java.util.UUID;
import org.navette.files.FileResponses;
import org.navette.portal.HistoryQuery;
import org.navette.procedures.Corrections;
import org.navette.procedures.Details;
import org.navette.procedures.Office;
import org.navette.procedures.Refused;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One request that was sent: its detail, the corrections to it, a new one from it (PROC-12, PROC-13, PROC-16). */
@Controller("procedureRequest")
@RequestMapping(Paths.REQUEST)
class RequestController {

    private final Details details;
    private final Corrections corrections;
    private final FileResponses responses;
    private final Words words;

    RequestController(Details details, Corrections corrections, FileResponses responses, Words words) {
        this.details = details;
        this.corrections = corrections;
        this.responses = responses;
        this.words = words;
    }

    @GetMapping
    String detail(Office office, @PathVariable String number, HistoryQuery query, Model model) {
        model.addAttribute("office", office);
        model.addAttribute("query", query);
        model.addAttribute("detail", details.of(office, number).orElseThrow());
        return "procedures/detail";
    }

    @GetMapping("/fichiers/{file}")
    ResponseEntity<Resource> download(Office office, @PathVariable String number, @PathVariable UUID file) {
        return responses.download(details.file(office, number, file).orElseThrow());
    }

    @PostMapping("/corrections")
    String correct(Office office, @PathVariable String number, RedirectAttributes flash) {
        try {
            return "redirect:" + Paths.draft(corrections.begin(office, number));
        } catch (Refused e) {
            return back(number, e, flash);
        }
    }

    @PostMapping("/reprise")
    String restart(Office office, @PathVariable String number, RedirectAttributes flash) {
        try {
            return "redirect:" + Paths.draft(corrections.restart(office, number));
        } catch (Refused e) {
            return back(number, e, flash);
        }
    }

    private String back(String number, Refused e, RedirectAttributes flash) {
        if (e.reason() == Refused.Reason.NOT_RESPONSIBLE) {
            throw e;
        }
        flash.addFlashAttribute("refusal", words.of(e));
        return "redirect:" + Paths.request(number);
    }
}
