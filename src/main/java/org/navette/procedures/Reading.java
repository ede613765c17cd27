package org.navette.procedures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.navette.forms.Block;
import org.navette.forms.Forms;
import org.navette.forms.Line;
import org.navette.procedures.Content.Person;
import org.navette.procedures.Kind.Step;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Lays a request's content out for reading, step by step, and what corrections changed in it. */
@Component
public class Reading {

    private final Forms forms;
    private final Kinds kinds;

    Reading(Forms forms, Kinds kinds) {
        this.forms = forms;
        this.kinds = kinds;
    }

    /** The content by the labels of its forms; a block for each step and each person. */
    public List<Block> blocks(String kind, Content content) {
        List<Block> blocks = new ArrayList<>();
        steps(kind).forEach(step -> blocks.addAll(blocks(step, content)));
        return blocks;
    }

    /** One step of the content. */
    public List<Block> blocks(Step step, Content content) {
        List<Block> blocks = new ArrayList<>();
        List<Line> lines = lines(step.form(), content.answers(step.id()), content);
        if (!lines.isEmpty()) {
            blocks.add(new Block(step.title(), lines));
        }
        for (Person person : content.people(step.id())) {
            blocks.add(new Block(who(step, person), lines(step.personForm(), person.answers(), content)));
        }
        return blocks;
    }

    /** "Représentant légal : TRAORÉ Hélène". */
    private static String who(Step step, Person person) {
        return StringUtils.capitalize(step.person()) + "\u00a0: " + Completeness.name(person);
    }

    /**
     * What changed between two contents.
     *
     * @return one line per answer that differs, its texts "Avant : …" and "Après : …"
     */
    public List<Line> changes(String kind, Content before, Content after) {
        List<Line> changes = new ArrayList<>();
        for (Step step : steps(kind)) {
            compare(
                    changes,
                    step.title() + " : ",
                    lines(step.form(), before.answers(step.id()), before),
                    lines(step.form(), after.answers(step.id()), after));
            for (Person person : after.people(step.id())) {
                List<Line> was = before.person(step.id(), person.id())
                        .map(found -> lines(step.personForm(), found.answers(), before))
                        .orElse(List.of());
                compare(changes, who(step, person) + " – ", was, lines(step.personForm(), person.answers(), after));
            }
            before.people(step.id()).stream()
                    .filter(person -> after.person(step.id(), person.id()).isEmpty())
                    .forEach(person ->
                            changes.add(change("", who(step, person), List.of("figurait dans la liste"), List.of())));
        }
        return changes;
    }

    private static void compare(List<Line> changes, String where, List<Line> before, List<Line> after) {
        for (Line now : after) {
            List<String> was = texts(before, now.key());
            if (!was.equals(now.texts())) {
                changes.add(change(where, now.label(), was, now.texts()));
            }
        }
        for (Line was : before) {
            if (texts(after, was.key()).isEmpty()) {
                changes.add(change(where, was.label(), was.texts(), List.of()));
            }
        }
    }

    private static Line change(String where, String label, List<String> before, List<String> after) {
        return new Line("", where + label, List.of("Avant : " + text(before), "Après : " + text(after)), false);
    }

    private static String text(List<String> texts) {
        return texts.isEmpty() ? "(rien)" : String.join(", ", texts);
    }

    private static List<String> texts(List<Line> lines, String key) {
        return lines.stream()
                .filter(line -> Objects.equals(line.key(), key))
                .findFirst()
                .map(Line::texts)
                .orElse(List.of());
    }

    private List<Line> lines(String form, Map<String, Object> answers, Content content) {
        if (answers.isEmpty()) {
            return List.of();
        }
        return forms.layout(forms.version(form, content.forms().get(form)), answers, Map.of()).stream()
                .flatMap(block -> block.lines().stream())
                .toList();
    }

    private List<Step> steps(String kind) {
        return kinds.find(kind).map(Kind::steps).orElse(List.of());
    }
}
