package org.navette;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What routes answer to people who have no business with what their addresses name; told by the rules of an espace.
 *
 * @param <W> who asks
 */
final class RouteTable<W extends Enum<W>> {

    static final int LOGIN = 302;
    /** what a script is told that asks without a session */
    static final int SIGNED_OUT = 401;

    /** Answers to one route. */
    static final class Rule<W extends Enum<W>> {

        private final Map<W, Set<Integer>> statuses;
        private Set<W> mayRead = Set.of();

        private Rule(Class<W> people) {
            statuses = new EnumMap<>(people);
        }

        /** Tells the statuses that are right when this person asks. Who is told none is not asked. */
        Rule<W> answers(W who, Integer... right) {
            statuses.put(who, Set.of(right));
            return this;
        }

        /** Tells who may find the owner's data in the answer; nobody without it. */
        Rule<W> readBy(Set<W> people) {
            mayRead = people;
            return this;
        }

        /** The statuses that are right, by who asks. */
        Map<W, Set<Integer>> statuses() {
            return statuses;
        }

        Set<W> mayRead() {
            return mayRead;
        }
    }

    private final Class<?> rules;
    private final Class<W> people;
    private final Set<W> outsiders;
    private final Map<String, Rule<W>> told = new LinkedHashMap<>();

    /**
     * @param rules the class that tells them
     * @param outsiders those who are not signed in to the espace
     */
    RouteTable(Class<?> rules, Class<W> people, Set<W> outsiders) {
        this.rules = rules;
        this.people = people;
        this.outsiders = outsiders;
    }

    /** A route, {@code "METHOD /pattern"}, that answers everybody alike unless it is told more. */
    Rule<W> everyone(String route, Integer... statuses) {
        Rule<W> rule = tell(route);
        Arrays.stream(people.getEnumConstants()).forEach(who -> rule.answers(who, statuses));
        return rule;
    }

    /** A route that is closed to outsiders; what it answers to the others is still to be told. */
    Rule<W> members(String route) {
        boolean byScript = route.startsWith("PUT") || !route.startsWith("GET") && route.contains("/fichiers/");
        Rule<W> rule = tell(route);
        outsiders.forEach(who -> rule.answers(who, byScript ? SIGNED_OUT : LOGIN));
        return rule;
    }

    private Rule<W> tell(String route) {
        Rule<W> rule = new Rule<>(people);
        if (told.put(route, rule) != null) {
            throw new AssertionError(name() + " tells " + route + " twice");
        }
        return rule;
    }

    /** The rule of a route; null when the table tells none. */
    @Nullable
    Rule<W> of(String route) {
        return told.get(route);
    }

    /** The routes that the table tells. */
    Set<String> told() {
        return new TreeSet<>(told.keySet());
    }

    Set<W> outsiders() {
        return outsiders;
    }

    /** The class to open when a route is missing. */
    String name() {
        return rules.getSimpleName();
    }
}
