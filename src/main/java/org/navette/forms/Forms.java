package org.navette.forms;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.navette.engine.DeployedForm;
import org.navette.engine.DeployedForms;
import org.navette.engine.Feel;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Deployed forms: checks answers against them and lays answers out for reading. */
@Component
public class Forms {

    private final FormCache cache;
    private final FormCheck check;
    private final Layout layout;

    Forms(DeployedForms deployed, Feel feel, Clock clock, MessageSource messages) {
        Map<Kind, Answers> answers = answers(new Messages(messages));
        this.cache = new FormCache(deployed);
        this.check = new FormCheck(answers, new Visibility(feel), clock, new Messages(messages));
        this.layout = new Layout(answers, new Visibility(feel));
    }

    /**
     * The latest version of a form.
     *
     * @param formId the form's own id, e.g. {@code partners.contact}
     * @throws NoSuchElementException when no form with this id is deployed
     * @throws InvalidForm when it has a field that cannot be checked
     */
    public Form latest(String formId) {
        return cache.latest(formId);
    }

    /**
     * The version that somebody answered.
     *
     * @throws NoSuchElementException when that version is not deployed any more
     */
    public Form byDefinition(String definitionId) {
        return cache.byDefinition(definitionId);
    }

    /**
     * The version of a form that somebody saw or answered; the latest when that one is gone, or is of another form.
     *
     * @param definitionId as it came from a page or was kept; nothing is trusted
     * @throws NoSuchElementException when no form with this id is deployed
     */
    public Form version(String formId, @Nullable String definitionId) {
        if (definitionId == null) {
            return latest(formId);
        }
        try {
            Form form = byDefinition(definitionId);
            return form.id().equals(formId) ? form : latest(formId);
        } catch (NoSuchElementException e) {
            return latest(formId);
        }
    }

    /** A form that is at hand. */
    Form of(DeployedForm form) {
        return cache.of(form);
    }

    /**
     * Checks answers against a form.
     *
     * @param raw what the browser sent, a JSON object as maps, lists, texts, numbers and booleans; nothing is trusted
     * @param options the choices offered now, by the form's {@code valuesKey}
     * @return the clean answers in the form's order: texts normalised and transformed, dates in ISO, check boxes true
     *     or false, several choices as a list of codes; hidden, read-only, unknown and empty fields are left out
     * @throws InvalidAnswers when a shown field refuses its answer
     */
    public Map<String, Object> check(Form form, Map<String, ?> raw, Map<String, List<Option>> options) {
        return check.check(form, raw, options);
    }

    /**
     * Lays stored answers out for reading.
     *
     * @param answers as {@link #check} returned them, perhaps read back from JSON
     * @param options the choices stored with the request, by {@code valuesKey}
     * @return blocks in the form's order, of the fields that were answered; an option that is not known any more shows
     *     its code
     */
    public List<Block> layout(Form form, Map<String, ?> answers, Map<String, List<Option>> options) {
        return layout.of(form, answers, options);
    }

    private static Map<Kind, Answers> answers(Messages messages) {
        Map<Kind, Answers> answers = new EnumMap<>(Kind.class);
        answers.put(Kind.TEXT, new TextAnswers(messages));
        answers.put(Kind.LINES, new TextAnswers(messages));
        answers.put(Kind.NUMBER, new NumberAnswers(messages));
        answers.put(Kind.CHOICE, new ChoiceAnswers(messages));
        answers.put(Kind.CHOICES, new ChoicesAnswers(messages));
        answers.put(Kind.CHECKBOX, new CheckboxAnswers(messages));
        answers.put(Kind.DATE, new DateAnswers(messages));
        answers.put(Kind.TIME, new DateAnswers(messages));
        answers.put(Kind.DATE_TIME, new DateAnswers(messages));
        return answers;
    }
}
