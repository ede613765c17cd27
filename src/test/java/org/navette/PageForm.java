package org.navette;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A form of a page, as a browser understands it. */
final class PageForm {

    private static final Set<String> TEXTS = Set.of("", "text", "search", "email", "tel", "url");
    private static final Set<String> UNSENT = Set.of("file", "submit", "button", "reset", "image", "password");

    private final Element form;
    /** what is sent when nobody changes anything, and the first choice where none is made */
    private final Map<String, String> values = new LinkedHashMap<>();

    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<String> invalid = new LinkedHashSet<>();

    private PageForm(Element form) {
        this.form = form;
        elements(form).forEach(this::control);
    }

    /** The forms of a page. */
    static List<PageForm> of(String html) {
        return elements(parse(html).getDocumentElement()).stream()
                .filter(element -> element.getTagName().equals("form"))
                .map(PageForm::new)
                .toList();
    }

    /** A page as a browser reads it, whatever is wrong with it. */
    static Document parse(String html) {
        try {
            return new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW).parse(new InputSource(new StringReader(html)));
        } catch (SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** An element and all within. */
    static List<Element> elements(Element within) {
        List<Element> found = new ArrayList<>();
        found.add(within);
        NodeList children = within.getElementsByTagName("*");
        IntStream.range(0, children.getLength()).forEach(i -> found.add((Element) children.item(i)));
        return found;
    }

    private void control(Element element) {
        String name = element.getAttribute("name");
        String type = element.getAttribute("type");
        if (element.hasAttribute("aria-invalid")) {
            invalid.add(name);
        }
        if (name.isEmpty() || element.hasAttribute("disabled") || UNSENT.contains(type)) {
            return;
        }
        switch (element.getTagName()) {
            case "textarea" -> text(element, name, element.getTextContent());
            case "select" -> values.put(name, option(element));
            case "input" -> {
                if (TEXTS.contains(type)) {
                    text(element, name, element.getAttribute("value"));
                } else if (!Set.of("radio", "checkbox").contains(type) || element.hasAttribute("checked")) {
                    values.put(name, element.getAttribute("value"));
                } else {
                    values.putIfAbsent(name, element.getAttribute("value"));
                }
            }
            default -> {
                // nothing that is sent
            }
        }
    }

    private void text(Element element, String name, String value) {
        values.put(name, value);
        if (!element.hasAttribute("readonly")) {
            texts.add(name);
        }
    }

    private static String option(Element select) {
        List<Element> options = elements(select).stream()
                .filter(element -> element.getTagName().equals("option"))
                .toList();
        return options.stream()
                .filter(option -> option.hasAttribute("selected"))
                .findFirst()
                .or(() -> options.stream()
                        .filter(option -> !option.getAttribute("value").isEmpty())
                        .findFirst())
                .map(option -> option.getAttribute("value"))
                .orElse("");
    }

    /** Where it goes; the page's own address when it says nothing. */
    String action(String page) {
        return form.getAttribute("action").isEmpty() ? page : form.getAttribute("action");
    }

    boolean isPosted() {
        return form.getAttribute("method").equals("post");
    }

    /** An attribute of the form; empty when it has none. */
    String attribute(String name) {
        return form.getAttribute(name);
    }

    boolean has(String attribute) {
        return form.hasAttribute(attribute);
    }

    /** True when somebody types a password into it: their tries are counted. */
    boolean asksPassword() {
        return elements(form).stream()
                .anyMatch(element -> element.getAttribute("type").equals("password"));
    }

    Map<String, String> values() {
        return new LinkedHashMap<>(values);
    }

    /** The names of its texts. */
    Set<String> texts() {
        return texts;
    }

    /** The names of fields that the page says to be wrong. */
    Set<String> invalid() {
        return invalid;
    }

    /** All texts of a page, those of attributes too. */
    static List<String> allTexts(Document page) {
        List<String> found = new ArrayList<>();
        for (Element element : elements(page.getDocumentElement())) {
            IntStream.range(0, element.getAttributes().getLength())
                    .forEach(i -> found.add(element.getAttributes().item(i).getNodeValue()));
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child.getNodeType() == Node.TEXT_NODE) {
                    found.add(child.getNodeValue());
                }
            }
        }
        return found;
    }
}
