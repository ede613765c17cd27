package org.navette.engine;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.FunctionNode;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Expressions of a diagram must be readable, and name what will be there: components, variables, functions. */
final class ExpressionCheck {

    private static final Set<String> OF_THE_ENGINE = Set.of(
            "execution", "task", "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");
    private static final Set<String> FUNCTIONS = Set.of("now", "dateTime", "currentUser", "currentUserGroups");
    private static final Set<String> SETTING = Set.of("inputParameter", "outputParameter", "formField");
    private static final Set<String> NOT_EVALUATED = Set.of("documentation", "text");
    private static final Pattern CALLED = Pattern.compile("(?<![\\w.\\])'\"])([A-Za-z_]\\w*)\\s*\\.\\s*(\\w+)\\s*\\(");

    private static final Pattern SET = Pattern.compile("setVariable(?:Local)?\\(\\s*['\"](\\w+)['\"]");

    private final String file;
    private final ModelBeans beans;
    private final Set<String> variables;

    /** @param fields keys of the forms that the diagram's tasks show: their answers are there at the completion */
    ExpressionCheck(String file, ModelVocabulary words, Set<String> fields) {
        this.file = file;
        this.beans = words.beans();
        this.variables = new HashSet<>(words.variables());
        variables.addAll(fields);
        variables.addAll(OF_THE_ENGINE);
    }

    void check(Element root) {
        set(root);
        visit(root);
    }

    /** The names that the diagram itself gives to values. */
    private void set(Element root) {
        for (String name : SETTING) {
            ModelXml.all(root, name).forEach(element -> {
                variables.add(element.getAttribute("name"));
                variables.add(element.getAttribute("id"));
            });
        }
        for (String mapping : Set.of("in", "out")) {
            ModelXml.all(root, mapping).forEach(element -> variables.add(element.getAttribute("target")));
        }
        for (Element element : ModelXml.all(root, "*")) {
            variables.add(ModelXml.camunda(element, "resultVariable"));
            variables.add(ModelXml.camunda(element, "elementVariable"));
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                set(element.getAttributes().item(i).getNodeValue());
            }
        }
        set(root.getTextContent());
    }

    private void set(String text) {
        Matcher set = SET.matcher(text);
        while (set.find()) {
            variables.add(set.group(1));
        }
    }

    private void visit(Element element) {
        if (NOT_EVALUATED.contains(element.getLocalName())) {
            return;
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            expression(element, element.getAttributes().item(i).getNodeValue());
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                visit(inner);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                expression(element, child.getNodeValue());
            }
        }
    }

    private void expression(Element element, String text) {
        if (!text.contains("${") && !text.contains("#{")) {
            return;
        }
        Tree tree;
        try {
            tree = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text.strip());
        } catch (TreeBuilderException e) {
            throw refused(element, text, "ne peut pas être lue");
        }
        for (FunctionNode function : tree.getFunctionNodes()) {
            if (!FUNCTIONS.contains(function.getName())) {
                throw refused(element, text, "appelle « " + function.getName() + "() », qui n'existe pas");
            }
        }
        for (IdentifierNode name : tree.getIdentifierNodes()) {
            if (!variables.contains(name.getName()) && !beans.containsKey(name.getName())) {
                throw refused(
                        element, text, "nomme « " + name.getName() + " », qui n'est ni un composant ni une variable");
            }
        }
        Matcher called = CALLED.matcher(text);
        while (called.find()) {
            String operation = called.group(2);
            Class<?> type = variables.contains(called.group(1)) ? null : beans.type(called.group(1));
            if (type != null
                    && Arrays.stream(type.getMethods())
                            .noneMatch(method -> method.getName().equals(operation))) {
                throw refused(element, text, "appelle « " + operation + " », que ce composant n'a pas");
            }
        }
    }

    private RuntimeException refused(Element element, String text, String why) {
        return ModelRefusal.of(file, element, "l'expression « " + text.strip() + " » " + why);
    }
}
