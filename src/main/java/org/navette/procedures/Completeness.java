package org.navette.procedures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.forms.Form;
import org.navette.forms.Forms;
import org.navette.forms.InvalidAnswers;
import org.navette.procedures.Content.Person;
import org.navette.procedures.Kind.ExpectedDocument;
import org.navette.procedures.Kind.Step;
import org.springframework.stereotype.Component;

/** Checks a draft as a whole: what is missing or wrong, step by step. */
@Component
public class Completeness {

    private final Forms forms;
    private final OwnSirets sirets;

    Completeness(Forms forms, OwnSirets sirets) {
        this.forms = forms;
        this.sirets = sirets;
    }

    /**
     * What a check found.
     *
     * @param content the answers as they will be kept; of right steps only
     * @param problems sentences by step, in the order of the steps; none for a step that is right
     */
    public record Checked(Content content, Map<String, List<String>> problems) {

        /** True when the draft can be sent. */
        public boolean isComplete() {
            return problems.isEmpty();
        }

        /** True when the step can be sent as it is. */
        public boolean isRight(String step) {
            return !problems.containsKey(step);
        }
    }

    /**
     * Checks everything that was typed against the forms as they are deployed now; what may not be changed stays as it
     * is.
     *
     * @param provided codes of the documents that have a file
     * @param open steps and documents that may be changed; null for a new request, where all may
     */
    public Checked check(Office office, Kind kind, Content draft, Set<String> provided, @Nullable Asked open) {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        List<String> missing = kind.documents().stream()
                .filter(document ->
                        open == null ? document.required() : open.documents().contains(document.id()))
                .filter(document -> !provided.contains(document.id()))
                .map(ExpectedDocument::label)
                .map(label -> "Document à joindre : " + label + ".")
                .toList();
        if (!missing.isEmpty()) {
            problems.put(Draft.DOCUMENTS, missing);
        }
        Checking checking = new Checking();
        for (Step step : kind.steps()) {
            if (open != null && !open.opens(step.id())) {
                checking.keep(step, draft);
                continue;
            }
            List<String> wrong = checking.step(step, draft);
            wrong.addAll(sirets.problems(office, step, draft));
            if (!wrong.isEmpty()) {
                problems.put(step.id(), wrong);
            }
        }
        return new Checked(new Content(checking.answers, checking.people, checking.forms), problems);
    }

    /** What is missing or wrong in a step's list of people; nothing when the step has none. */
    public List<String> people(Step step, Content draft) {
        return step.hasPeople() ? new Checking().people(step, draft) : List.of();
    }

    /**
     * Checks one form of a step.
     *
     * @return the answers as they will be kept
     * @throws InvalidAnswers when one is wrong
     */
    public Map<String, Object> check(String form, Map<String, Object> typed) {
        return forms.check(forms.latest(form), typed, Map.of());
    }

    private final class Checking {

        private final Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
        private final Map<String, List<Person>> people = new LinkedHashMap<>();
        private final Map<String, String> forms = new LinkedHashMap<>();

        private void keep(Step step, Content content) {
            answers.put(step.id(), content.answers(step.id()));
            people.put(step.id(), content.people(step.id()));
            for (String form : List.of(step.form(), step.personForm())) {
                if (content.forms().containsKey(form)) {
                    forms.put(form, content.forms().get(form));
                }
            }
        }

        private List<String> step(Step step, Content draft) {
            List<String> wrong = new ArrayList<>();
            Map<String, Object> typed = draft.answers(step.id());
            // a step that may stay as it was may stay empty too; what is in it must be right
            if (step.complete() || !isEmpty(typed)) {
                try {
                    answers.put(step.id(), checked(step.form(), typed));
                } catch (InvalidAnswers e) {
                    wrong.add(fields(step.form(), e));
                }
            }
            if (step.hasPeople()) {
                wrong.addAll(people(step, draft));
            }
            return wrong;
        }

        private List<String> people(Step step, Content draft) {
            List<String> wrong = new ArrayList<>();
            if (step.complete() && draft.people(step.id()).isEmpty()) {
                wrong.add("Ajoutez au moins un " + step.person() + ".");
            }
            List<Person> right = new ArrayList<>();
            for (Person person : draft.people(step.id())) {
                try {
                    right.add(new Person(person.id(), checked(step.personForm(), person.answers())));
                } catch (InvalidAnswers e) {
                    wrong.add(name(person) + " : " + fields(step.personForm(), e));
                }
            }
            people.put(step.id(), List.copyOf(right));
            return wrong;
        }

        private Map<String, Object> checked(String id, Map<String, Object> typed) {
            Form form = Completeness.this.forms.latest(id);
            forms.put(id, form.definitionId());
            return Completeness.this.forms.check(form, typed, Map.of());
        }
    }

    private static boolean isEmpty(Map<String, Object> typed) {
        return typed.values().stream()
                .allMatch(
                        value -> value == null || "".equals(value) || value instanceof List<?> list && list.isEmpty());
    }

    private String fields(String form, InvalidAnswers invalid) {
        Form latest = forms.latest(form);
        return "À compléter ou à corriger : "
                + invalid.messages().keySet().stream()
                        .map(key -> latest.label(key).orElse(key))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** "DURAND Léa", or what there is of it. */
    public static String name(Person person) {
        String name = (text(person, "lastName") + " " + text(person, "firstName")).strip();
        return name.isEmpty() ? "Personne sans nom" : name;
    }

    private static String text(Person person, String key) {
        return person.answers().get(key) instanceof String text ? text : "";
    }
}
