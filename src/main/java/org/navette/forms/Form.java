package org.navette.forms;

import java.util.List;
import java.util.Optional;
import org.navette.engine.DeployedForm;

/** A form as deployed, read once; immutable. */
public final class Form {

    private final String definitionId;
    private final String id;
    private final int version;
    private final String json;
    private final List<Field> fields;
    private final boolean takesFiles;

    Form(String definitionId, String id, int version, String json, List<Field> fields, boolean takesFiles) {
        this.definitionId = definitionId;
        this.id = id;
        this.version = version;
        this.json = json;
        this.fields = List.copyOf(fields);
        this.takesFiles = takesFiles;
    }

    /**
     * Reads a form's schema.
     *
     * @param definitionId the deployed version, any unique text for a form that is not deployed
     * @param version its number
     * @param json the schema as Modeler writes it (form-js 1.x)
     * @throws InvalidForm when it is no schema, or has a field that cannot be checked
     */
    public static Form parse(String definitionId, int version, String json) {
        return SchemaReader.read(definitionId, version, json);
    }

    static Form of(DeployedForm form) {
        return parse(form.definitionId(), form.version(), form.json());
    }

    /** The deployed version, to be kept with what was answered. */
    public String definitionId() {
        return definitionId;
    }

    /** The form's own id, which is its file's name. */
    public String id() {
        return id;
    }

    /** The number of the deployed version. */
    public int version() {
        return version;
    }

    /** The schema, for the browser. */
    public String json() {
        return json;
    }

    /** True when the form has a place for files: a text component with the custom property {@code widget = files}. */
    public boolean takesFiles() {
        return takesFiles;
    }

    /** True when it has a field to answer; one of texts only asks nothing. */
    public boolean asks() {
        return !fields.isEmpty();
    }

    /** The label of a field, or nothing when the form has no such field. */
    public Optional<String> label(String key) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .map(Field::label)
                .findFirst();
    }

    /** The fields that hold an answer, in the form's order. */
    List<Field> fields() {
        return fields;
    }
}
