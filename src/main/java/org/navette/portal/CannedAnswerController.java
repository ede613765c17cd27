package org.navette.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.ChangedMeanwhile;
import org.navette.directory.InvalidEntry;
import org.navette.directory.Supervisor;
import org.navette.requests.CannedAnswer;
import org.navette.requests.CannedAnswers;
import org.navette.requests.CannedText;
import org.navette.requests.DossierSource.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue of canned answers of an organism, kept by its supervisors (COMM-10). */
@SupervisorPage
@RequestMapping(CannedAnswerController.PATH)
class CannedAnswerController {

    private static final String SECTION = "reponses-types";
    static final String PATH = SupervisorPage.PATH + "/" + SECTION;
    private static final String BACK = "redirect:" + PATH;
    private static final String ONE = "/{answer}";
    private static final String WORDS = "canned-answers";

    private final CannedAnswers answers;
    private final EntryWords words;

    CannedAnswerController(CannedAnswers answers, EntryWords words) {
        this.answers = answers;
        this.words = words;
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {

        @Bean
        SupervisorSection cannedAnswerSection() {
            return new SupervisorSection("Réponses types", SECTION, 30);
        }
    }

    /** An answer as the page sends it; every part can be missing or wrong. */
    record Typed(@Nullable String topic, @Nullable String title, @Nullable String body) {

        CannedText text() {
            return CannedText.typed(topic, title, body);
        }
    }

    @GetMapping
    String list(Supervisor supervisor, Model model) {
        model.addAttribute("answers", answers.of(supervisor));
        model.addAttribute("topics", labels(answers.topics(supervisor)));
        model.addAttribute("changes", answers.changes(supervisor));
        return "agents/gestion/canned-answers";
    }

    @GetMapping("/nouvelle")
    ModelAndView add(Supervisor supervisor) {
        return form(supervisor, null, UUID.randomUUID(), 0, CannedText.typed(null, null, null), Map.of());
    }

    /** @param key of the form, so that a form sent twice adds one answer */
    @PostMapping("/nouvelle")
    ModelAndView add(Supervisor supervisor, @RequestParam UUID key, Typed typed, RedirectAttributes flash) {
        try {
            answers.add(supervisor, key, typed.text());
            flash.addFlashAttribute(
                    "success", words.of(WORDS + ".added", typed.text().title()));
            return new ModelAndView(BACK);
        } catch (InvalidEntry e) {
            return refused(form(supervisor, null, key, 0, typed.text(), errors(e)));
        }
    }

    @GetMapping(ONE)
    ModelAndView change(Supervisor supervisor, @PathVariable UUID answer) {
        CannedAnswer found = answers.get(supervisor, answer);
        var text = new CannedText(found.topic(), found.title(), found.body());
        return form(supervisor, found, answer, found.version(), text, Map.of());
    }

    /** @param version the one that the page showed */
    @PostMapping(ONE)
    ModelAndView change(
            Supervisor supervisor,
            @PathVariable UUID answer,
            @RequestParam(defaultValue = "-1") int version,
            Typed typed,
            RedirectAttributes flash) {
        CannedAnswer found = answers.get(supervisor, answer);
        try {
            answers.change(supervisor, answer, version, typed.text());
            flash.addFlashAttribute(
                    "success", words.of(WORDS + ".changed", typed.text().title()));
            return new ModelAndView(BACK);
        } catch (InvalidEntry e) {
            return refused(form(supervisor, found, answer, version, typed.text(), errors(e)));
        } catch (ChangedMeanwhile e) {
            // sent again, it replaces what the colleague wrote, which is now shown
            return refused(form(supervisor, found, answer, found.version(), typed.text(), Map.of())
                    .addObject("refusal", words.of(WORDS + ".changed-meanwhile"))
                    .addObject("now", found));
        }
    }

    @GetMapping(ONE + "/supprimer")
    String remove(Supervisor supervisor, @PathVariable UUID answer, Model model) {
        model.addAttribute("answer", answers.get(supervisor, answer));
        return "agents/gestion/canned-answer-remove";
    }

    @PostMapping(ONE + "/supprimer")
    String remove(Supervisor supervisor, @PathVariable UUID answer, RedirectAttributes flash) {
        answers.remove(supervisor, answer);
        flash.addFlashAttribute("success", words.of(WORDS + ".removed"));
        return BACK;
    }

    private Map<String, String> errors(InvalidEntry invalid) {
        return words.of(WORDS, invalid, "topic", "title", "body");
    }

    private ModelAndView form(
            Supervisor supervisor,
            @Nullable CannedAnswer answer,
            UUID key,
            int version,
            CannedText typed,
            Map<String, String> errors) {
        var page = new ModelAndView("agents/gestion/canned-answer");
        page.addObject("answer", answer);
        page.addObject("key", key);
        page.addObject("version", version);
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        List<Topic> topics = answers.topics(supervisor);
        page.addObject("topics", topics);
        page.addObject("retired", answer != null && !labels(topics).containsKey(answer.topic()));
        return page;
    }

    /** What people read, by topic. */
    private static Map<String, String> labels(List<Topic> topics) {
        Map<String, String> labels = new HashMap<>(Map.of("", "Pour toutes les demandes"));
        for (Topic topic : topics) {
            labels.put(topic.offer(), "Pour l'offre « %s »".formatted(topic.title()));
            topic.reasons()
                    .forEach(reason -> labels.put(
                            topic.key(reason.value()),
                            "Pour l'offre « %s », motif « %s »".formatted(topic.title(), reason.label())));
        }
        return labels;
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
