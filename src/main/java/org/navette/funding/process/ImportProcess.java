package org.navette.funding.process;

import java.util.Map;
import java.util.Set;

/** What Java knows of {@code processes/funding/funding-import.bpmn}. */
public final class ImportProcess {

    /** The process's id. */
    public static final String ID = "funding-import";

    /** Variable: how many requests are still to be deposited. */
    static final String LEFT = "left";

    static final Set<String> VARIABLES = Set.of(LEFT);

    private static final String KEY = "import-";

    private ImportProcess() {}

    /** The business key of an import. */
    public static String key(long id) {
        return KEY + id;
    }

    /** The import of a business key. */
    static long id(String key) {
        return Long.parseLong(key.substring(KEY.length()));
    }

    /** The variables at the start. */
    public static Map<String, Object> variables() {
        return Map.of();
    }
}
