package org.navette.engine;

import java.util.Map;
import java.util.Set;

/** What agents have typed into tasks' forms and not sent yet; implemented by the requests module. */
public interface KeptDrafts {

    /** The tasks that have a draft, with the keys of the fields that hold something in it. */
    Map<String, Set<String>> answered();
}
