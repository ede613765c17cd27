package org.navette.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.navette.engine.DeployedForm;
import org.navette.engine.DeployedForms;

/** Forms read lately, by definition: a deployed version never changes. */
final class FormCache {

    private static final int MOST = 200;

    private final DeployedForms deployed;
    private final Map<String, Form> forms = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Form> eldest) {
            return size() > MOST;
        }
    };

    FormCache(DeployedForms deployed) {
        this.deployed = deployed;
    }

    Form latest(String formId) {
        return of(deployed.latest(formId));
    }

    Form of(DeployedForm form) {
        Form known = known(form.definitionId());
        return known == null ? keep(Form.of(form)) : known;
    }

    Form byDefinition(String definitionId) {
        Form known = known(definitionId);
        return known == null ? keep(Form.of(deployed.byDefinition(definitionId))) : known;
    }

    private @org.jspecify.annotations.Nullable Form known(String definitionId) {
        synchronized (forms) {
            return forms.get(definitionId);
        }
    }

    private Form keep(Form form) {
        synchronized (forms) {
            forms.put(form.definitionId(), form);
        }
        return form;
    }
}
