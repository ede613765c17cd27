package org.navette.forms;

import java.util.List;
import java.util.Map;

/** The choices that an agent's form takes from the request it is about; implemented by the requests module. */
public interface AgentOptions {

    /**
     * The choices offered now, by the form's {@code valuesKey}.
     *
     * @param businessKey the request's number
     */
    Map<String, List<Option>> of(String businessKey);
}
