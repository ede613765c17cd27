package org.navette.files;

import java.util.Set;
import java.util.UUID;

/**
 * Tells which buckets are still being filled, however long that takes: the purge leaves their files alone. One bean per
 * kind of bucket that outlives a form on a page.
 */
public interface OpenBuckets {

    /** Those of these buckets that are still open. */
    Set<UUID> among(Set<UUID> buckets);
}
