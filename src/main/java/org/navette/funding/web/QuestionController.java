package org.navette.funding.web;

import java.util.List;
import org.navette.funding.QuestionTheme;
import org.navette.funding.Questions;
import org.navette.funding.SoughtWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The frequent questions, and those with some words (FUND-02). */
@Controller
class QuestionController {

    private final Questions questions;

    QuestionController(Questions questions) {
        this.questions = questions;
    }

    @GetMapping(Paths.PREFIX + Paths.QUESTIONS)
    String page(@RequestParam(defaultValue = "") String q, Model model) {
        SoughtWords sought = SoughtWords.of(q);
        List<QuestionTheme> themes = questions.with(sought);
        model.addAttribute("q", q.strip());
        model.addAttribute("sought", sought);
        model.addAttribute("themes", themes);
        model.addAttribute(
                "count",
                themes.stream().mapToInt(theme -> theme.questions().size()).sum());
        return "funding/questions";
    }
}
