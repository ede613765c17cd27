package org.navette.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** The {@code camunda:property} entries of an element, as the engine's parser sees them. */
final class ModelProperties {

    private ModelProperties() {}

    static Map<String, String> of(Element element) {
        Map<String, String> properties = new HashMap<>();
        for (Element extensions : children(element, "extensionElements")) {
            for (Element list : children(extensions, "properties")) {
                for (Element property : children(list, "property")) {
                    properties.put(property.attribute("name"), property.attribute("value"));
                }
            }
        }
        return properties;
    }

    private static List<Element> children(Element element, String name) {
        List<Element> children = new ArrayList<>();
        for (Element child : element.elements()) {
            if (name.equals(child.getTagName())) {
                children.add(child);
            }
        }
        return children;
    }
}
