package org.navette.procedures;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.navette.files.OpenBuckets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the files of drafts go, a bucket for each document. They stay as long as the draft. */
@Component
class DraftBuckets implements OpenBuckets {

    private final JdbcClient jdbc;

    DraftBuckets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That of a document; nothing when the draft is gone. */
    Optional<UUID> of(UUID draft, String document) {
        return Optional.ofNullable(of(draft, List.of(document)).get(document));
    }

    /** That of each of these documents and of those asked for before; none when the draft is gone. */
    Map<String, UUID> of(UUID draft, Collection<String> documents) {
        // a draft that somebody is deleting is waited for, then is not there
        jdbc.sql("with kept as (select id from procedure_draft where id = ? for key share)"
                        + " insert into procedure_document (bucket, draft_id, document)"
                        + " select gen_random_uuid(), id, document from kept cross join unnest(?) document"
                        + " on conflict do nothing")
                .params(draft, documents.toArray(String[]::new))
                .update();
        return of(draft);
    }

    /** Those that were asked for, by document. */
    Map<String, UUID> of(UUID draft) {
        Map<String, UUID> found = new HashMap<>();
        jdbc.sql("select document, bucket from procedure_document where draft_id = ?")
                .param(draft)
                .query(row -> {
                    found.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return found;
    }

    @Override
    public Set<UUID> among(Set<UUID> candidates) {
        return Set.copyOf(jdbc.sql("select bucket from procedure_document where bucket = any(?)")
                .param(candidates.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
