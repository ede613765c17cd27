package org.navette.engine;

import org.camunda.bpm.engine.exception.NotValidException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Why a deployment is refused: a French sentence that names the file and the element, which Modeler shows. */
final class ModelRefusal {

    static final String DECEIVING = "un texte contient un caractère invisible ou qui change le sens de lecture";

    private static final String REFUSED = "Déploiement refusé : ";

    private ModelRefusal() {}

    /** The reason alone, as a sentence of its own. */
    static String reason(String message) {
        String why = message.startsWith(REFUSED) ? message.substring(REFUSED.length()) : message;
        return Character.toUpperCase(why.charAt(0)) + why.substring(1);
    }

    static NotValidException of(String why) {
        return new NotValidException(REFUSED + why);
    }

    static NotValidException of(String file, String why) {
        return of(why + " (fichier « " + file + " »).");
    }

    static NotValidException of(String file, Element element, String why) {
        return of(why + " (fichier « " + file + " », élément « " + place(element) + " »).");
    }

    private static String place(Element element) {
        for (Node at = element; at instanceof Element up; at = up.getParentNode()) {
            if (up.hasAttribute("id")) {
                return up.hasAttribute("name")
                        ? DeceivingText.removed(up.getAttribute("name")) + "\u202f/ " + up.getAttribute("id")
                        : up.getAttribute("id");
            }
        }
        return element.getNodeName();
    }
}
