package org.navette.providers.process;

/** What Java knows of {@code processes/providers/provider-import.bpmn}. */
public final class BulkImportProcess {

    /** The process's id. */
    public static final String ID = "provider-import";

    /** Variable: how many lines are still to be registered. */
    static final String LEFT = "left";

    private static final String KEY = "registrations-";

    private BulkImportProcess() {}

    /** The business key of a file. */
    public static String key(long id) {
        return KEY + id;
    }

    /** The file of a business key. */
    static long id(String key) {
        return Long.parseLong(key.substring(KEY.length()));
    }
}
