package org.navette.engine;

import java.util.Map;
import java.util.Set;

/** Looks at forms before they are deployed; implemented by the forms module. */
public interface FormSchemas {

    /**
     * Checks a form.
     *
     * @param json the form's schema
     * @return its id
     * @throws IllegalArgumentException with a French message that names the component, when it cannot be served
     */
    String check(String json);

    /** The keys of the fields of a form that was checked. */
    Set<String> keys(String json);

    /** The keys of the fields that take their choices from a request ({@code valuesKey}). */
    Set<String> takingChoices(String json);

    /** The labels, by their keys, of the fields of a form that need an answer. */
    Map<String, String> required(String json);
}
