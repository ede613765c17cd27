package org.navette.procedures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a request says, in a draft as typed, in a request as checked.
 *
 * @param answers of each step's form, by the step's code
 * @param people of each step's list, in the order in which they were added
 * @param forms the versions of the forms that were answered, by form id; empty in a draft
 */
public record Content(
        Map<String, Map<String, Object>> answers, Map<String, List<Person>> people, Map<String, String> forms) {

    /** Nothing yet. */
    public static final Content EMPTY = new Content(Map.of(), Map.of(), Map.of());

    /** A person of a step's list: the answers to the list's form. */
    public record Person(UUID id, Map<String, Object> answers) {}

    /** The answers of a step; none when it was not opened. */
    public Map<String, Object> answers(String step) {
        return answers.getOrDefault(step, Map.of());
    }

    /** The people of a step. */
    public List<Person> people(String step) {
        return people.getOrDefault(step, List.of());
    }

    /** One person of a step. */
    public Optional<Person> person(String step, UUID id) {
        return people(step).stream().filter(person -> person.id().equals(id)).findFirst();
    }

    Content with(String step, Map<String, Object> typed) {
        return new Content(put(answers, step, typed), people, forms);
    }

    /** With all that another one says of a step. */
    Content taking(String step, Content other) {
        return new Content(put(answers, step, other.answers(step)), put(people, step, other.people(step)), forms);
    }

    /** With a person added, or changed where the list has one of this id. */
    Content with(String step, Person person) {
        List<Person> list = new ArrayList<>(people(step));
        list.replaceAll(each -> each.id().equals(person.id()) ? person : each);
        if (!list.contains(person)) {
            list.add(person);
        }
        return new Content(answers, put(people, step, list), forms);
    }

    Content without(String step, UUID person) {
        List<Person> list = new ArrayList<>(people(step));
        list.removeIf(each -> each.id().equals(person));
        return new Content(answers, put(people, step, list), forms);
    }

    private static <T> Map<String, T> put(Map<String, T> map, String key, T value) {
        Map<String, T> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
