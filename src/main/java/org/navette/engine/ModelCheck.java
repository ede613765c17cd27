package org.navette.engine;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Looks at a deployment before the engine does: only new ones, so that what is deployed keeps running. Refused: a tenant,
 * other files than models and forms, scripts, Java classes, connectors, built-in shell and mail tasks, unknown beans. The
 * message is French and names the file and the element; Modeler shows it.
 */
class ModelCheck implements Deployer {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> EXTENSIONS = Set.of("bpmn", "dmn", "form");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern BEAN = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*");
    private static final Pattern CALLED = Pattern.compile("(?<![\\w.\\])'\"])([A-Za-z_]\\w*)\\s*\\.\\s*\\w+\\s*\\(");
    private static final Pattern REFLECTION =
            Pattern.compile("\\bgetClass\\b|\\.\\s*class\\b|\\[\\s*['\"]class['\"]\\s*]");

    /** Where an attribute or element names a bean. */
    private static final Set<String> DELEGATES = Set.of("delegateExpression", "taskListenerDelegateExpression");

    private final Map<Object, Object> beans;

    ModelCheck(Map<Object, Object> beans) {
        this.beans = beans;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        if (deployment.getTenantId() != null) {
            throw new NotValidException(
                    "Déploiement refusé : les modèles sont communs à tous les organismes, laissez le champ « Tenant ID » vide.");
        }
        deployment.getResources().values().forEach(this::check);
    }

    private void check(ResourceEntity file) {
        String name = file.getName();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (!EXTENSIONS.contains(extension)) {
            throw new NotValidException("Déploiement refusé : « " + name
                    + " » n'est pas un modèle ; seuls les fichiers .bpmn, .dmn et .form sont acceptés.");
        }
        if (!extension.equals("form")) {
            visit(name, root(name, file.getBytes()));
        }
    }

    private static Element root(String file, byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (Exception e) {
            throw new NotValidException(
                    "Déploiement refusé : « " + file + " » n'est pas un fichier XML lisible (" + e.getMessage() + ").");
        }
    }

    private void visit(String file, Element element) {
        refuseIf(isScript(element), file, element, "les scripts ne sont pas acceptés");
        refuseIf(is(element, "connector"), file, element, "les connecteurs ne sont pas acceptés");
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attribute(file, element, (Attr) element.getAttributes().item(i));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                visit(file, inner);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                expressions(file, element, child.getNodeValue());
            }
        }
    }

    private void attribute(String file, Element element, Attr attribute) {
        String name = attribute.getLocalName();
        String value = attribute.getValue();
        boolean camunda = CAMUNDA.equals(attribute.getNamespaceURI()) || CAMUNDA.equals(element.getNamespaceURI());
        refuseIf(
                camunda && name.equals("class"),
                file,
                element,
                "les classes Java ne sont pas acceptées, nommez un composant connu (delegateExpression)");
        refuseIf(
                camunda
                        && name.equals("type")
                        && Set.of("shell", "mail", "external").contains(value),
                file,
                element,
                "le type « " + value + " » n'est pas accepté");
        refuseIf(
                Set.of("language", "expressionLanguage", "scriptFormat").contains(name) && !isOurLanguage(value),
                file,
                element,
                "le langage « " + value + " » n'est pas accepté, seuls FEEL et les expressions ${…} le sont");
        if (camunda && DELEGATES.contains(name)) {
            delegate(file, element, value);
        }
        expressions(file, element, value);
    }

    private void delegate(String file, Element element, String value) {
        Matcher expression = EXPRESSION.matcher(value);
        boolean known = expression.matches()
                && BEAN.matcher(expression.group(1)).matches()
                && beans.containsKey(expression.group(1).strip());
        refuseIf(!known, file, element, "le composant « " + value + " » n'existe pas");
    }

    private void expressions(String file, Element element, String text) {
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) {
            String body = expression.group(1);
            refuseIf(
                    REFLECTION.matcher(body).find(),
                    file,
                    element,
                    "l'expression « " + text.strip() + " » est interdite");
            Matcher called = CALLED.matcher(body);
            while (called.find()) {
                String name = called.group(1);
                // a lower-case bean of ours, an instance's own facts, or a variable that holds a plain value
                refuseIf(
                        looksLikeComponent(name) && !beans.containsKey(name),
                        file,
                        element,
                        "l'expression « " + text.strip() + " » nomme un composant interdit, « " + name + " »");
            }
        }
    }

    /** A Spring bean that models may not use; any other name is a variable, whose methods the guard checks as it runs. */
    private boolean looksLikeComponent(String name) {
        return beans instanceof ModelBeans known && known.exists(name);
    }

    private static boolean isScript(Element element) {
        return is(element, "scriptTask") || is(element, "script");
    }

    private static boolean is(Element element, String name) {
        return name.equals(element.getLocalName());
    }

    private static boolean isOurLanguage(String language) {
        String lower = language.toLowerCase(java.util.Locale.ROOT);
        return lower.isBlank() || lower.equals("juel") || lower.contains("feel") || lower.contains("xpath");
    }

    private static void refuseIf(boolean wrong, String file, Element element, String why) {
        if (wrong) {
            throw new NotValidException(
                    "Déploiement refusé : " + why + " (fichier « " + file + " », élément « " + place(element) + " »).");
        }
    }

    private static String place(Element element) {
        @Nullable String name = null;
        for (Node at = element; at instanceof Element up; at = up.getParentNode()) {
            if (up.hasAttribute("id")) {
                name = up.hasAttribute("name")
                        ? up.getAttribute("name") + "\u202f/ " + up.getAttribute("id")
                        : up.getAttribute("id");
                break;
            }
        }
        return name == null ? element.getNodeName() : name;
    }
}
