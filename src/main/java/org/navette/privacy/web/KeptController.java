package org.navette.privacy.web;

import org.navette.retention.RetentionFigures;
import org.navette.retention.RetentionTimes;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is kept of persons in each espace, and until when. */
@OfficerPage
class KeptController {

    private final RetentionFigures figures;
    private final RetentionTimes times;

    KeptController(RetentionFigures figures, RetentionTimes times) {
        this.figures = figures;
        this.times = times;
    }

    @GetMapping(OfficerPage.ROOT)
    String page(Model model) {
        model.addAttribute("all", figures.all());
        model.addAttribute("most", RetentionFigures.MOST);
        model.addAttribute("notice", times.notice());
        return "agents/donnees/kept";
    }
}
