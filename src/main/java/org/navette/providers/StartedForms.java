package org.navette.providers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.navette.directory.InvalidEntry;
import org.navette.directory.TypedDay;
import org.navette.engine.TaskRefused;
import org.navette.portal.EntryWords;
import org.springframework.stereotype.Component;

/** What agents type in the start forms of registrations, as the espace knows it, and what they are told of it. */
@Component
public class StartedForms {

    private static final String WORDS = "providers.care";

    private final EntryWords words;

    StartedForms(EntryWords words) {
        this.words = words;
    }

    /** @throws TaskRefused when a day or the amount cannot be read */
    public PriorAgreements.New priorAgreement(Map<String, Object> answers) {
        return new PriorAgreements.New(
                text(answers, "inpe"),
                text(answers, "cnssNumber"),
                text(answers, "beneficiary"),
                day(answers, "receivedOn"),
                amount(answers, "requested"));
    }

    /** @throws TaskRefused when a day or the amount cannot be read */
    public Reimbursements.New reimbursement(Map<String, Object> answers) {
        return new Reimbursements.New(
                text(answers, "inpe"),
                text(answers, "cnssNumber"),
                text(answers, "beneficiary"),
                text(answers, "agreement"),
                day(answers, "depositedOn"),
                day(answers, "careOn"),
                text(answers, "invoice"),
                amount(answers, "billed"));
    }

    /** What is wrong, in one text for the dialog of Tasklist. */
    public TaskRefused refused(InvalidEntry invalid) {
        return new TaskRefused(sentences(invalid));
    }

    /** What is wrong, in one text. */
    String sentences(InvalidEntry invalid) {
        return invalid.problems().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> words.of(WORDS + "." + entry.getKey() + "." + entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** Registers what has no problem. */
    BulkBook.Outcome outcome(long line, Map<String, String> problems, Supplier<String> register) {
        return problems.isEmpty()
                ? new BulkBook.Outcome(line, register.get(), null)
                : new BulkBook.Outcome(line, null, sentences(new InvalidEntry(problems)));
    }

    private LocalDate day(Map<String, Object> answers, String field) {
        return TypedDay.of(text(answers, field))
                .orElseThrow(() -> new TaskRefused(words.of(WORDS + "." + field + ".INVALID")));
    }

    private BigDecimal amount(Map<String, Object> answers, String field) {
        return TypedAmount.of(answers.get(field))
                .filter(amount -> amount.signum() > 0)
                .orElseThrow(() -> new TaskRefused(words.of(WORDS + "." + field + ".INVALID")));
    }

    private static String text(Map<String, Object> answers, String field) {
        return Objects.toString(answers.get(field), "").strip();
    }
}
