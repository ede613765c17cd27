package org.navette.engine;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What no model may hold: scripts, Java classes, connectors, shell and mail tasks, ways around {@link ModelBeans}, texts
 * that deceive.
 */
final class ForbiddenInModels {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern BEAN = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*");
    private static final Pattern CALLED = Pattern.compile("(?<![\\w.\\])'\"])([A-Za-z_]\\w*)\\s*\\.\\s*\\w+\\s*\\(");
    private static final Pattern REFLECTION =
            Pattern.compile("\\bgetClass\\b|\\.\\s*class\\b|\\[\\s*['\"]class['\"]\\s*]");

    /** Where an attribute or element names a bean. */
    private static final Set<String> DELEGATES = Set.of("delegateExpression", "taskListenerDelegateExpression");

    private final String file;
    private final ModelBeans beans;

    ForbiddenInModels(String file, ModelBeans beans) {
        this.file = file;
        this.beans = beans;
    }

    void check(Element element) {
        refuseIf(
                ModelXml.is(element, "scriptTask") || ModelXml.is(element, "script"),
                element,
                "les scripts ne sont pas acceptés");
        refuseIf(ModelXml.is(element, "connector"), element, "les connecteurs ne sont pas acceptés");
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attribute(element, (Attr) element.getAttributes().item(i));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                check(inner);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                visible(element, child.getNodeValue());
                expressions(element, child.getNodeValue());
            }
        }
    }

    private void attribute(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        String value = attribute.getValue();
        boolean camunda = ModelXml.CAMUNDA.equals(attribute.getNamespaceURI())
                || ModelXml.CAMUNDA.equals(element.getNamespaceURI());
        visible(element, value);
        refuseIf(
                camunda && name.equals("class"),
                element,
                "les classes Java ne sont pas acceptées, nommez un composant connu (delegateExpression)");
        refuseIf(
                camunda
                        && name.equals("type")
                        && Set.of("shell", "mail", "external").contains(value),
                element,
                "le type « " + value + " » n'est pas accepté");
        refuseIf(
                Set.of("language", "expressionLanguage", "scriptFormat").contains(name) && !isOurLanguage(value),
                element,
                "le langage « " + value + " » n'est pas accepté, seuls FEEL et les expressions ${…} le sont");
        if (camunda && DELEGATES.contains(name)) {
            delegate(element, value);
        }
        expressions(element, value);
    }

    private void visible(Element element, String text) {
        refuseIf(DeceivingText.isIn(text), element, ModelRefusal.DECEIVING);
    }

    private void delegate(Element element, String value) {
        Matcher expression = EXPRESSION.matcher(value);
        boolean known = expression.matches()
                && BEAN.matcher(expression.group(1)).matches()
                && beans.containsKey(expression.group(1).strip());
        refuseIf(!known, element, "le composant « " + value + " » n'existe pas");
    }

    private void expressions(Element element, String text) {
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) {
            String body = expression.group(1);
            refuseIf(REFLECTION.matcher(body).find(), element, "l'expression « " + text.strip() + " » est interdite");
            Matcher called = CALLED.matcher(body);
            while (called.find()) {
                String name = called.group(1);
                // a variable's methods are checked by the guard as it runs
                refuseIf(
                        beans.exists(name) && !beans.containsKey(name),
                        element,
                        "l'expression « " + text.strip() + " » nomme un composant interdit, « " + name + " »");
            }
        }
    }

    private static boolean isOurLanguage(String language) {
        String lower = language.toLowerCase(Locale.ROOT);
        return lower.isBlank() || lower.equals("juel") || lower.contains("feel") || lower.contains("xpath");
    }

    private void refuseIf(boolean wrong, Element element, String why) {
        if (wrong) {
            throw ModelRefusal.of(file, element, why);
        }
    }
}
