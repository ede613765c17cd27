package org.navette.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Every cell of a table must be FEEL, and a table that Java reads must keep to its {@link DecisionContract}. The message
 * names the table, the rule by its line and its column.
 */
final class DecisionCheck {

    private static final Set<String> ONE = Set.of("UNIQUE", "FIRST", "ANY");
    private static final Set<String> ALL = Set.of("COLLECT", "RULE ORDER");

    private final String file;
    private final ModelVocabulary words;
    private final ProcessCheck.Forms forms;
    private final Feel feel;

    DecisionCheck(String file, ModelVocabulary words, ProcessCheck.Forms forms) {
        this.file = file;
        this.words = words;
        this.forms = forms;
        this.feel = words.feel();
    }

    void check(Element root) {
        for (Element decision : ModelXml.all(root, "decision")) {
            for (Element table : ModelXml.children(decision, "decisionTable")) {
                Optional<DecisionContract> contract = words.contract(decision.getAttribute("id"));
                contract.ifPresent(one -> shape(decision, table, one, others(root, decision)));
                rules(decision, table, contract);
            }
            if (ModelXml.children(decision, "decisionTable").isEmpty()
                    && words.contract(decision.getAttribute("id")).isPresent()) {
                throw refused(decision, "doit rester une table de décision");
            }
        }
    }

    /** What the other decisions of the file give: their ids and columns; a table cannot read its own. */
    private static Set<String> others(Element root, Element decision) {
        Set<String> names = new HashSet<>();
        for (Element other : ModelXml.all(root, "decision")) {
            if (!other.isSameNode(decision)) {
                names.add(other.getAttribute("id"));
                ModelXml.all(other, "output").forEach(output -> names.add(output.getAttribute("name")));
            }
        }
        return names;
    }

    private void shape(Element decision, Element table, DecisionContract contract, Set<String> others) {
        String policy = table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE";
        Set<String> fitting = contract.single() ? ONE : ALL;
        if (!fitting.contains(policy) || !table.getAttribute("aggregation").isEmpty()) {
            throw refused(
                    decision,
                    "la règle d'application (hit policy) " + policy + " " + table.getAttribute("aggregation")
                            + " ne convient pas ; il faut "
                            + fitting.stream().sorted().collect(Collectors.joining(" ou ")));
        }
        Set<String> columns = ModelXml.children(table, "output").stream()
                .map(output -> output.getAttribute("name"))
                .collect(Collectors.toSet());
        for (DecisionContract.Output output : contract.outputs()) {
            if (output.required() && !columns.contains(output.name())) {
                throw refused(decision, "il manque la colonne de sortie « " + output.name() + " »");
            }
        }
        for (Element input : ModelXml.all(table, "inputExpression")) {
            FeelShape shape = parsed(decision, input, "colonne « " + label(input.getParentNode()) + " »");
            for (String name : shape.names()) {
                if (!shape.binds() && !contract.inputs().contains(name) && !others.contains(name)) {
                    throw refused(
                            decision,
                            "la colonne « " + label(input.getParentNode()) + " » lit « " + name
                                    + " », qui n'est pas donné ; sont donnés "
                                    + contract.inputs().stream().sorted().collect(Collectors.joining(", ")));
                }
            }
        }
    }

    private FeelShape parsed(Element decision, Element cell, String where) {
        try {
            return feel.shape(text(cell));
        } catch (IllegalArgumentException e) {
            throw refused(decision, where + " : « " + text(cell) + " » n'est pas une expression FEEL");
        }
    }

    private void rules(Element decision, Element table, Optional<DecisionContract> contract) {
        List<Element> inputs = ModelXml.children(table, "input");
        List<Element> outputs = ModelXml.children(table, "output");
        Map<String, DecisionContract.Output> read = contract.stream()
                .flatMap(one -> one.outputs().stream())
                .collect(Collectors.toMap(DecisionContract.Output::name, output -> output));
        int line = 0;
        for (Element rule : ModelXml.children(table, "rule")) {
            line++;
            List<Element> tests = ModelXml.children(rule, "inputEntry");
            if (tests.size() != inputs.size()
                    || ModelXml.children(rule, "outputEntry").size() != outputs.size()) {
                throw refused(decision, "règle " + line + " : il n'y a pas une case par colonne");
            }
            for (int i = 0; i < tests.size(); i++) {
                test(decision, tests.get(i), where(line, rule, inputs.get(i)));
            }
            List<Element> values = ModelXml.children(rule, "outputEntry");
            for (int i = 0; i < values.size(); i++) {
                Element column = outputs.get(i);
                value(decision, values.get(i), where(line, rule, column), read.get(column.getAttribute("name")));
            }
        }
    }

    private void test(Element decision, Element cell, String where) {
        String text = text(cell);
        if (!text.isEmpty() && !text.equals("-") && !feel.isUnaryTest(text)) {
            throw refused(decision, where + " : « " + text + " » n'est pas une condition FEEL");
        }
    }

    private void value(
            Element decision,
            Element cell,
            String where,
            DecisionContract.@org.jspecify.annotations.Nullable Output read) {
        String text = text(cell);
        if (text.isEmpty()) {
            if (read != null && read.required()) {
                throw refused(decision, where + " : cette case ne peut pas rester vide");
            }
            return;
        }
        FeelShape shape = parsed(decision, cell, where);
        if (read != null && shape.names().isEmpty() && shape.functions().isEmpty()) {
            Object value = feel.evaluate(text, Map.of());
            Optional<String> problem =
                    value == null ? Optional.empty() : read.problem().apply(value);
            problem.ifPresent(why -> {
                throw refused(decision, where + " : « " + text + " », " + why);
            });
            if (read.form() && forms.apply(String.valueOf(value)).isEmpty()) {
                throw refused(
                        decision,
                        where + " : le formulaire « " + value + " » n'est pas déployé ; déployez-le d'abord, ou avec");
            }
        }
    }

    private static String where(int line, Element rule, Element column) {
        return "règle " + line + " (" + rule.getAttribute("id") + "), colonne « " + label(column) + " »";
    }

    private static String label(org.w3c.dom.Node column) {
        Element element = (Element) column;
        return element.hasAttribute("label") ? element.getAttribute("label") : element.getAttribute("name");
    }

    private static String text(Element cell) {
        return ModelXml.children(cell, "text").stream()
                .map(text -> text.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private RuntimeException refused(Element decision, String why) {
        return ModelRefusal.of(file, "table « " + decision.getAttribute("id") + " », " + why);
    }
}
