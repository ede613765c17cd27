package org.navette.procedures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Json;
import org.navette.procedures.Content.Person;
import org.navette.procedures.Kind.Effect;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests that are being prepared (PROC-05): the company's alone, until they are sent. */
@Component("procedureDrafts")
@Transactional
public class Drafts {

    /** People that a list may hold. */
    public static final int PEOPLE = 50;

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Json json;
    private final Kinds kinds;
    private final Prefill prefill;
    private final DraftBuckets buckets;
    private final FileStore files;
    private final Clock clock;

    Drafts(
            JdbcClient jdbc,
            Json json,
            Kinds kinds,
            Prefill prefill,
            DraftBuckets buckets,
            FileStore files,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.kinds = kinds;
        this.prefill = prefill;
        this.buckets = buckets;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Begins a request, filled in with what the directory knows of the company.
     *
     * @throws Refused when the person may not ask for this kind, or the company has a hundred drafts already
     */
    public UUID begin(Office office, String kind) {
        Effect effect = kinds.find(office, kind).map(Kind::effect).orElse(Effect.NONE);
        return begin(office, kind, prefill.of(office, effect));
    }

    /** Begins a request with answers at hand. */
    UUID begin(Office office, String kind, Content content) {
        if (kinds.find(office, kind).isEmpty()) {
            throw new Refused(office.canAct() ? Refused.Reason.UNKNOWN_KIND : Refused.Reason.NOT_RESPONSIBLE);
        }
        return insert(office, kind, Draft.DOCUMENTS, content, null);
    }

    /** Begins the corrections to a request; one that was begun before is gone on with. */
    UUID correct(Office office, String kind, String firstStep, Content content, long request) {
        return jdbc.sql("select id from procedure_draft where corrects = ? and structure_id = ?")
                .params(request, office.scope().structure())
                .query(UUID.class)
                .optional()
                .orElseGet(() -> insert(office, kind, firstStep, content, request));
    }

    private UUID insert(Office office, String kind, String step, Content content, @Nullable Long corrects) {
        UUID structure = office.scope().structure();
        // those who begin at the same instant count one after the other
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('procedure_draft:' || ?, 0))")
                .param(structure.toString())
                .query()
                .singleRow();
        // what an agent asks for is never too much
        if (corrects == null && count(structure) >= MOST) {
            throw new Refused(Refused.Reason.TOO_MANY_DRAFTS);
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into procedure_draft (id, structure_id, account_id, kind, step, content, corrects, created_at,"
                        + " updated_at) values (:id, :structure, :account, :kind, :step, cast(:content as jsonb),"
                        + " :corrects, :now, :now)")
                .param("id", id)
                .param("structure", structure)
                .param("account", office.account())
                .param("kind", kind)
                .param("step", step)
                .param("content", json.write(content))
                .param("corrects", corrects)
                .param("now", now())
                .update();
        return id;
    }

    private long count(UUID structure) {
        return jdbc.sql("select count(*) from procedure_draft where structure_id = ? and corrects is null")
                .param(structure)
                .query(Long.class)
                .single();
    }

    /** The drafts of new requests, the latest first; a hundred at most. */
    @Transactional(readOnly = true)
    public List<Draft> of(Office office) {
        return jdbc.sql("select * from procedure_draft where structure_id = ? and corrects is null"
                        + " order by updated_at desc, id limit " + MOST)
                .param(office.scope().structure())
                .query(this::draft)
                .list();
    }

    /** A draft of the company. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(Office office, UUID id) {
        return jdbc.sql("select * from procedure_draft where id = ? and structure_id = ?")
                .params(id, office.scope().structure())
                .query(this::draft)
                .optional();
    }

    /** The same, locked until the end of the transaction. */
    Optional<Draft> lock(Office office, UUID id) {
        return jdbc.sql("select * from procedure_draft where id = ? and structure_id = ? for update")
                .params(id, office.scope().structure())
                .query(this::draft)
                .optional();
    }

    /**
     * Keeps the answers of a step as they were typed.
     *
     * @param version that the page was opened with
     * @return the draft's version now
     * @throws ChangedElsewhere when another page has saved since
     * @throws Refused when it cannot be kept: characters that cannot be stored, or far too many
     * @throws java.util.NoSuchElementException when the company has no such draft
     */
    public long save(Office office, UUID id, String step, Map<String, Object> typed, long version) {
        Storable.check(typed);
        return change(office, id, step, version, content -> content.with(step, typed));
    }

    /**
     * Keeps a person of a step's list, new or changed.
     *
     * @throws Refused when the list is full, or it cannot be kept
     * @throws ChangedElsewhere when another page has saved since
     */
    public long save(Office office, UUID id, String step, Person person, long version) {
        Storable.check(person.answers());
        return change(office, id, step, version, content -> {
            Content changed = content.with(step, person);
            if (changed.people(step).size() > PEOPLE) {
                throw new Refused(Refused.Reason.TOO_MANY_PEOPLE);
            }
            return changed;
        });
    }

    /** Takes a person out of a step's list. */
    public long remove(Office office, UUID id, String step, UUID person, long version) {
        return change(office, id, step, version, content -> content.without(step, person));
    }

    /** Notes that a file came or went. No answer has changed, so that pages that are open can still be saved. */
    public void touch(Office office, UUID id) {
        jdbc.sql("update procedure_draft set updated_at = ?, warned_at = null where id = ? and structure_id = ?")
                .params(now(), id, office.scope().structure())
                .update();
    }

    /** Remembers where the person is. */
    public void visit(Office office, UUID id, String step) {
        jdbc.sql("update procedure_draft set step = ? where id = ? and structure_id = ? and step <> ?")
                .params(step, id, office.scope().structure(), step)
                .update();
    }

    /**
     * Makes it another kind of request; what was typed stays.
     *
     * @throws Refused when the person may not ask for this kind
     */
    public void change(Office office, UUID id, String kind) {
        office.mustAct();
        if (kinds.find(office, kind).isEmpty()) {
            throw new Refused(Refused.Reason.UNKNOWN_KIND);
        }
        jdbc.sql("update procedure_draft set kind = ?, version = version + 1, updated_at = ?, warned_at = null"
                        + " where id = ? and structure_id = ? and corrects is null")
                .params(kind, now(), id, office.scope().structure())
                .update();
    }

    /**
     * Deletes a draft and its files.
     *
     * @return false when the company has none such: it is gone, or another's
     * @throws Refused when the person may not
     */
    public boolean delete(Office office, UUID id) {
        office.mustAct();
        if (lock(office, id).isEmpty()) {
            return false;
        }
        files.inBuckets(buckets.of(id).values(), office.owner())
                .forEach((bucket, there) -> there.forEach(file -> files.discard(bucket, office.owner(), file.id())));
        forget(id);
        return true;
    }

    void forget(UUID id) {
        jdbc.sql("delete from procedure_draft where id = ?").param(id).update();
    }

    /** Where the files of a document go. */
    public UUID bucket(Office office, UUID id, String document) {
        find(office, id).orElseThrow();
        return buckets.of(id, document).orElseThrow();
    }

    /** The files of a draft, by document. */
    @Transactional(readOnly = true)
    public Map<String, List<StoredFile>> files(Office office, UUID id) {
        Map<String, UUID> own = buckets.of(id);
        Map<UUID, List<StoredFile>> there = files.inBuckets(own.values(), office.owner());
        Map<String, List<StoredFile>> found = new HashMap<>();
        own.forEach((document, bucket) -> found.put(document, there.getOrDefault(bucket, List.of())));
        return found;
    }

    private long change(Office office, UUID id, String step, long version, UnaryOperator<Content> change) {
        Draft draft = lock(office, id).orElseThrow();
        if (draft.version() != version) {
            throw new ChangedElsewhere();
        }
        jdbc.sql("update procedure_draft set content = cast(? as jsonb), step = ?, version = version + 1,"
                        + " updated_at = ?, warned_at = null where id = ?")
                .params(json.write(change.apply(draft.content())), step, now(), id)
                .update();
        return version + 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Draft draft(ResultSet row, int index) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("kind"),
                row.getString("step"),
                json.read(row.getString("content"), Content.class),
                row.getObject("corrects", Long.class),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
