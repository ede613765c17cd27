package org.navette.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** The checks of a deployment, for files that are not deployed yet. */
@Component
public class PackageCheck {

    private final ModelCheck check;

    PackageCheck(ApplicationContext context) {
        this.check = new ModelCheck(new ModelVocabulary(context));
    }

    /**
     * Why these files could not be deployed together: for each wrong file its first reason, a French sentence that names
     * the file and the element.
     *
     * @param files contents by file name
     */
    public List<String> refusals(Map<String, byte[]> files) {
        List<String> reasons = new ArrayList<>();
        check.check(files, refusal -> reasons.add(ModelRefusal.reason(refusal.getMessage())));
        return reasons;
    }
}
