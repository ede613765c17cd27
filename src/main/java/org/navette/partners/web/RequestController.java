package org.navette.partners.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.files.FileResponses;
import org.navette.files.RefusedFile;
import org.navette.forms.Forms;
import org.navette.forms.InvalidAnswers;
import org.navette.partners.Desk;
import org.navette.partners.Detail;
import org.navette.partners.Details;
import org.navette.partners.PartnerRequests;
import org.navette.partners.PartnerRequests.Step;
import org.navette.partners.Refused;
import org.navette.portal.FormPage.Errors;
import org.navette.portal.FormPages;
import org.navette.portal.FormPost;
import org.navette.portal.HistoryQuery;
import org.navette.requests.Requests;
import org.navette.requests.Submission;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One request: its detail (PART-20), completion and cancellation (PART-12), questions (PART-15). */
@Controller
@RequestMapping(Paths.REQUESTS + "/{number:\\d{10}}")
class RequestController {

    private final Details details;
    private final PartnerRequests actions;
    private final Requests requests;
    private final Forms forms;
    private final FormPages pages;
    private final Uploads uploads;
    private final FileResponses responses;
    private final Words words;

    RequestController(
            Details details,
            PartnerRequests actions,
            Requests requests,
            Forms forms,
            FormPages pages,
            Uploads uploads,
            FileResponses responses,
            Words words) {
        this.details = details;
        this.actions = actions;
        this.requests = requests;
        this.forms = forms;
        this.pages = pages;
        this.uploads = uploads;
        this.responses = responses;
        this.words = words;
    }

    @GetMapping
    String detail(Desk desk, @PathVariable String number, HistoryQuery query, Model model) {
        model.addAttribute("query", query);
        model.addAttribute("desk", desk);
        model.addAttribute("detail", details.of(desk, number).orElseThrow());
        return "partners/detail";
    }

    @GetMapping("/confirmation")
    String confirmation(Desk desk, @PathVariable String number, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("request", requests.find(desk.scope(), number).orElseThrow());
        return "partners/confirmation";
    }

    @GetMapping("/fichiers/{file}")
    ResponseEntity<Resource> download(Desk desk, @PathVariable String number, @PathVariable UUID file) {
        return responses.download(details.received(desk, number, file).orElseThrow());
    }

    @GetMapping("/completer")
    ModelAndView complete(Desk desk, @PathVariable String number) {
        return details.of(desk, number).orElseThrow().canComplete()
                ? page(
                        desk,
                        number,
                        Action.COMPLETE,
                        UUID.randomUUID(),
                        Map.of("comment", details.comment(desk, number)),
                        Errors.NONE)
                : back(number);
    }

    @GetMapping("/annuler")
    ModelAndView cancel(Desk desk, @PathVariable String number) {
        return details.of(desk, number).orElseThrow().canCancel()
                ? page(desk, number, Action.CANCEL, UUID.randomUUID(), Map.of(), Errors.NONE)
                : back(number);
    }

    @GetMapping("/message")
    ModelAndView followUp(Desk desk, @PathVariable String number) {
        return details.of(desk, number).orElseThrow().canFollowUp()
                ? page(desk, number, Action.FOLLOW_UP, UUID.randomUUID(), Map.of(), Errors.NONE)
                : back(number);
    }

    @PostMapping("/completer")
    ModelAndView complete(Desk desk, @PathVariable String number, FormPost post, RedirectAttributes flash) {
        return act(desk, number, Action.COMPLETE, post, flash);
    }

    @PostMapping("/annuler")
    ModelAndView cancel(Desk desk, @PathVariable String number, FormPost post, RedirectAttributes flash) {
        return act(desk, number, Action.CANCEL, post, flash);
    }

    @PostMapping("/message")
    ModelAndView followUp(Desk desk, @PathVariable String number, FormPost post, RedirectAttributes flash) {
        return act(desk, number, Action.FOLLOW_UP, post, flash);
    }

    private ModelAndView act(Desk desk, String number, Action action, FormPost post, RedirectAttributes flash) {
        var submission = new Submission(post.key(), post.definitionId(), post.values(), post.fileIds());
        Errors errors;
        try {
            switch (action) {
                case COMPLETE -> actions.complete(desk, number, submission);
                case CANCEL -> actions.cancel(desk, number, submission);
                case FOLLOW_UP -> actions.followUp(desk, number, submission);
            }
            flash.addFlashAttribute("success", action.success.formatted(number));
            return new ModelAndView("redirect:" + (action == Action.CANCEL ? Paths.REQUESTS : Paths.request(number)));
        } catch (InvalidAnswers e) {
            errors = new Errors(e.messages());
        } catch (RefusedFile e) {
            errors = new Errors(Map.of("files", List.of(e.getMessage())));
        } catch (Refused e) {
            if (e.reason() == Refused.Reason.NOTHING_CHANGED) {
                errors = Errors.of(words.of(e, desk));
            } else {
                // the request has moved on, so its form has no place any more: say why where its state is shown
                flash.addFlashAttribute("refusal", words.of(e, desk));
                flash.addFlashAttribute("unsent", text(submission));
                return back(number);
            }
        }
        ModelAndView page = page(desk, number, action, submission.key(), submission.answers(), errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** What was typed and could not be sent, so that nothing is lost. */
    private static @Nullable String text(Submission submission) {
        Object text = submission
                .answers()
                .getOrDefault("message", submission.answers().get("comment"));
        return text instanceof String typed && !typed.isBlank() ? typed : null;
    }

    private ModelAndView page(
            Desk desk, String number, Action action, UUID key, Map<String, Object> answers, Errors errors) {
        Detail detail = details.of(desk, number).orElseThrow();
        var page = pages.page(
                new FormPages.Heading(
                        action.title.formatted(number), detail.request().subject(), Paths.request(number)),
                forms.latest(action.form),
                key,
                answers,
                Map.of(),
                errors,
                action.step == null ? null : uploads.of(desk, detail.request(), action.step));
        return new ModelAndView("partners/form", Map.of("page", page));
    }

    private static ModelAndView back(String number) {
        return new ModelAndView("redirect:" + Paths.request(number));
    }

    private enum Action {
        COMPLETE(
                PartnerRequests.COMPLETION,
                Step.COMPLETE,
                "Compléter la demande n° %s",
                "Votre complément à la demande n° %s a bien été transmis."),
        CANCEL(
                PartnerRequests.CANCELLATION,
                null,
                "Annuler la demande n° %s",
                "La demande n° %s est annulée. Elle ne figure plus dans l'historique."),
        FOLLOW_UP(
                PartnerRequests.FOLLOW_UP,
                Step.FOLLOW_UP,
                "Poser une question sur la demande n° %s",
                "Votre message sur la demande n° %s a bien été envoyé.");

        private final String form;

        @Nullable
        private final Step step;

        private final String title;
        private final String success;

        Action(String form, @Nullable Step step, String title, String success) {
            this.form = form;
            this.step = step;
            this.title = title;
            this.success = success;
        }
    }
}
