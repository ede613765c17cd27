package org.navette.partners;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Decision;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.forms.Form;
import org.navette.forms.Forms;
import org.navette.forms.Line;
import org.navette.forms.Option;
import org.navette.partners.process.PartnerProcess;
import org.navette.requests.NewRequest;
import org.navette.requests.NumbersExhausted;
import org.navette.requests.Reasons;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.navette.requests.Submission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deposits requests: number, request, files, timeline and process in one transaction (PART-10). */
@Component
@Transactional
public class Deposits {

    /** The answer of an offer's form that says why. */
    private static final String REASON = "reason";

    private final Requests requests;
    private final Reasons reasons;
    private final EntityManager entities;
    private final Offers offers;
    private final Forms forms;
    private final FileStore files;

    Deposits(Requests requests, Reasons reasons, EntityManager entities, Offers offers, Forms forms, FileStore files) {
        this.requests = requests;
        this.reasons = reasons;
        this.entities = entities;
        this.offers = offers;
        this.forms = forms;
        this.files = files;
    }

    /**
     * Deposits a request.
     *
     * @return its number; the first one's when this submission was deposited before
     * @throws Refused when the person may not, the organism does not have the offer, or no number is left
     * @throws org.navette.forms.InvalidAnswers when an answer is wrong
     * @throws org.navette.files.RefusedFile when a file cannot be bound
     */
    public String deposit(Desk desk, String offerId, Submission submission) {
        if (!desk.canAct()) {
            throw new Refused(Refused.Reason.READ_ONLY);
        }
        Optional<String> earlier = requests.submitted(submission.key(), desk.account(), Requests.DEPOSIT);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Offer offer = offers.find(desk.organism().code(), offerId)
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN_OFFER));
        // the version that the person saw, so that a deployment in the meantime takes nothing from them
        Form form = forms.version(offerId, submission.formDefinitionId());
        Map<String, List<Option>> options = offers.options(desk.organism().code(), offerId);
        Map<String, Object> answers = forms.check(form, submission.answers(), options);
        Request request = number(desk, offer, submission, answers, form, options);
        // not a repository's save: with an id given it would look first whether the row is there
        entities.persist(
                new PartnerRequest(request.id(), offer.id(), form.definitionId(), answers, options, form.takesFiles()));
        attach(desk, offer, submission, form, request);
        reasons.keep(request, "Dépôt", why(desk, offer, submission, form, answers));
        start(desk, offer, request, answers, options);
        return request.number();
    }

    private Request number(
            Desk desk,
            Offer offer,
            Submission submission,
            Map<String, Object> answers,
            Form form,
            Map<String, List<Option>> options) {
        var request = new NewRequest(
                desk.scope(), desk.account(), desk.name(), offer.title(), person(answers, form, options));
        try {
            return requests.deposit(
                    submission.key(), request, new Numbers(desk.organism().code()));
        } catch (NumbersExhausted e) {
            throw new Refused(Refused.Reason.NUMBERS_EXHAUSTED);
        }
    }

    private List<Decision> why(Desk desk, Offer offer, Submission submission, Form form, Map<String, Object> answers) {
        List<Decision> why = new ArrayList<>();
        if (desk.access().why() != null) {
            why.add(desk.access().why());
        }
        String organism = desk.organism().code();
        why.addAll(offers.why(organism, offer.id(), Objects.toString(answers.get(REASON), "")));
        if (form.takesFiles() && !submission.files().isEmpty()) {
            why.add(files.why(offer.id(), organism));
        }
        return why;
    }

    private void attach(Desk desk, Offer offer, Submission submission, Form form, Request request) {
        if (form.takesFiles() && !submission.files().isEmpty()) {
            files.attach(
                    submission.key(),
                    desk.owner(),
                    submission.files(),
                    files.rules(offer.id(), desk.organism().code()),
                    0,
                    request.id(),
                    Direction.SENT,
                    "deposit",
                    null);
        }
    }

    private void start(
            Desk desk, Offer offer, Request request, Map<String, Object> answers, Map<String, List<Option>> options) {
        String reason = Objects.toString(answers.get(REASON), "");
        // ids and routing facts only: what people typed stays in our tables
        Map<String, Object> variables = PartnerProcess.variables(
                request.number(),
                desk.organism().code(),
                offer.id(),
                offer.title(),
                reason,
                options.values().stream()
                        .flatMap(List::stream)
                        .filter(option -> option.value().equals(reason))
                        .map(Option::label)
                        .findFirst()
                        .orElse(""));
        desk.actor().doing(() -> {
            requests.start(request, PartnerProcess.ID, variables);
            return null;
        });
    }

    /** "Madame TUTU Joséphine", for forms that ask for a person. */
    private @Nullable String person(Map<String, Object> answers, Form form, Map<String, List<Option>> options) {
        if (!answers.containsKey("lastName")) {
            return null;
        }
        Map<String, String> shown = forms.layout(form, answers, options).stream()
                .flatMap(block -> block.lines().stream())
                .collect(Collectors.toMap(Line::key, line -> String.join(" ", line.texts()), (first, second) -> first));
        return Stream.of("title", "lastName", "firstName")
                .map(shown::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
