package org.navette.procedures;

import java.util.Set;
import java.util.UUID;
import org.navette.files.OpenBuckets;
import org.springframework.stereotype.Component;

/** The files of a draft stay as long as the draft. */
@Component
class DraftBuckets implements OpenBuckets {

    private final Drafts drafts;

    DraftBuckets(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public Set<UUID> among(Set<UUID> buckets) {
        return drafts.open(buckets);
    }
}
