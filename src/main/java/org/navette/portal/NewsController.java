package org.navette.portal;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.directory.ChangedMeanwhile;
import org.navette.directory.InvalidEntry;
import org.navette.directory.News;
import org.navette.directory.NewsText;
import org.navette.directory.Newsroom;
import org.navette.directory.Supervisor;
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

/** The news of an organism, kept by its supervisors (PART-05, PART-25). */
@SupervisorPage
@RequestMapping(NewsController.PATH)
class NewsController {

    private static final String SECTION = "actualites";
    static final String PATH = SupervisorPage.PATH + "/" + SECTION;
    private static final String BACK = "redirect:" + PATH;
    private static final String ONE = "/{news}";
    private static final String WORDS = "news";

    private final Newsroom newsroom;
    private final EntryWords words;

    NewsController(Newsroom newsroom, EntryWords words) {
        this.newsroom = newsroom;
        this.words = words;
    }

    @Configuration(proxyBeanMethods = false)
    static class Section {

        @Bean
        SupervisorSection newsSection() {
            return new SupervisorSection("Actualités", SECTION, 10);
        }
    }

    /** News as the page sends them; every part can be missing or wrong. */
    record Typed(@Nullable String title, @Nullable String body, @Nullable String from, @Nullable String to) {

        NewsText text() {
            return NewsText.typed(title, body, from, to);
        }
    }

    @GetMapping
    String list(Supervisor supervisor, Model model) {
        Map<News.State, List<News>> byState =
                newsroom.of(supervisor).stream().collect(Collectors.groupingBy(newsroom::state));
        model.addAttribute("inForce", byState.getOrDefault(News.State.IN_FORCE, List.of()));
        model.addAttribute("coming", byState.getOrDefault(News.State.COMING, List.of()));
        model.addAttribute("withdrawn", byState.getOrDefault(News.State.WITHDRAWN, List.of()));
        model.addAttribute("past", byState.getOrDefault(News.State.PAST, List.of()));
        model.addAttribute("changes", newsroom.changes(supervisor));
        return "agents/gestion/news-list";
    }

    @GetMapping("/nouvelle")
    ModelAndView publish() {
        return form(null, UUID.randomUUID(), 0, NewsText.typed(null, null, null, null), Map.of());
    }

    /** @param key of the form, so that a form sent twice publishes once */
    @PostMapping("/nouvelle")
    ModelAndView publish(Supervisor supervisor, @RequestParam UUID key, Typed typed, RedirectAttributes flash) {
        try {
            newsroom.publish(supervisor, key, typed.text());
            flash.addFlashAttribute(
                    "success", words.of(WORDS + ".published", typed.text().title()));
            return new ModelAndView(BACK);
        } catch (InvalidEntry e) {
            return refused(form(null, key, 0, typed.text(), errors(e)));
        }
    }

    @GetMapping(ONE)
    ModelAndView change(Supervisor supervisor, @PathVariable UUID news) {
        News found = newsroom.get(supervisor, news);
        var text = new NewsText(
                found.title(),
                found.body(),
                DateTimeFormatter.ISO_DATE.format(found.startsOn()),
                DateTimeFormatter.ISO_DATE.format(found.endsOn()));
        return form(found, news, found.version(), text, Map.of());
    }

    /** @param version the one that the page showed */
    @PostMapping(ONE)
    ModelAndView change(
            Supervisor supervisor,
            @PathVariable UUID news,
            @RequestParam(defaultValue = "-1") int version,
            Typed typed,
            RedirectAttributes flash) {
        News found = newsroom.get(supervisor, news);
        try {
            newsroom.change(supervisor, news, version, typed.text());
            flash.addFlashAttribute(
                    "success", words.of(WORDS + ".changed", typed.text().title()));
            return new ModelAndView(BACK);
        } catch (InvalidEntry e) {
            return refused(form(found, news, version, typed.text(), errors(e)));
        } catch (ChangedMeanwhile e) {
            // sent again, it replaces what the colleague wrote, which is now shown
            return refused(form(found, news, found.version(), typed.text(), Map.of())
                    .addObject("refusal", words.of(WORDS + ".changed-meanwhile"))
                    .addObject("now", found));
        }
    }

    @GetMapping(ONE + "/retirer")
    String withdraw(Supervisor supervisor, @PathVariable UUID news, Model model) {
        model.addAttribute("item", newsroom.get(supervisor, news));
        return "agents/gestion/news-withdraw";
    }

    @PostMapping(ONE + "/retirer")
    String withdraw(Supervisor supervisor, @PathVariable UUID news, RedirectAttributes flash) {
        newsroom.withdraw(supervisor, news);
        String title = newsroom.get(supervisor, news).title();
        flash.addFlashAttribute("success", words.of(WORDS + ".withdrawn", title));
        return BACK;
    }

    private Map<String, String> errors(InvalidEntry invalid) {
        return words.of(WORDS, invalid, "title", "body", "from", "to");
    }

    private ModelAndView form(@Nullable News item, UUID key, int version, NewsText typed, Map<String, String> errors) {
        var page = new ModelAndView("agents/gestion/news");
        page.addObject("item", item);
        page.addObject("withdrawn", item != null && newsroom.state(item) == News.State.WITHDRAWN);
        page.addObject("key", key);
        page.addObject("version", version);
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        return page;
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
