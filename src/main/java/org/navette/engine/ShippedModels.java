package org.navette.engine;

import java.util.List;

/** What the application brings with it, beside what process owners have made of it. */
public interface ShippedModels {

    /** Shipped files that are not in force because an owner has deployed a version of their own; sorted. */
    List<String> conflicts();
}
