package org.navette.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of files; what they contain is in {@link FileChunks}. */
@Component
class StoredFiles {

    /** Who has made the files that nobody has sent. */
    private static final String APPLICATION = "application";

    private static final String OF_A_FILE =
            "id, name, size, type, direction, step, at, available_until, content_removed_at, removal_reason";

    private static final String COLUMNS = "select " + OF_A_FILE + " from stored_file ";

    private final JdbcClient jdbc;
    private final FileChunks chunks;
    private final Clock clock;

    StoredFiles(JdbcClient jdbc, FileChunks chunks, Clock clock) {
        this.jdbc = jdbc;
        this.chunks = chunks;
        this.clock = clock;
    }

    /** Waits for, then holds until the end of the transaction, what belongs to this key alone. */
    void lock(String key) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 15))) taken")
                .param("key", "files " + key)
                .query(Integer.class)
                .single();
    }

    /** Files uploaded to a bucket and bound to nothing yet, in the order of their arrival. */
    List<StoredFile> inBucket(UUID bucket, String owner) {
        return jdbc.sql(COLUMNS + "where bucket = :bucket and owner = :owner and request_id is null order by rank")
                .param("bucket", bucket)
                .param("owner", owner)
                .query(StoredFiles::file)
                .list();
    }

    /** The same of many buckets in one statement; those without files are left out. */
    Map<UUID, List<StoredFile>> inBuckets(Collection<UUID> buckets, String owner) {
        Map<UUID, List<StoredFile>> found = new HashMap<>();
        jdbc.sql(COLUMNS.replace("select ", "select bucket, ")
                        + "where bucket = any(:buckets) and owner = :owner and request_id is null order by rank")
                .param("buckets", buckets.toArray(UUID[]::new))
                .param("owner", owner)
                .query((row, n) -> found.computeIfAbsent(row.getObject("bucket", UUID.class), key -> new ArrayList<>())
                        .add(file(row, n)))
                .list();
        return found;
    }

    /** The name under which this content is in the bucket already. */
    Optional<String> sameContent(UUID bucket, String owner, byte[] sha256) {
        return jdbc.sql("select name from stored_file where bucket = :bucket and owner = :owner and sha256 = :sha256")
                .param("bucket", bucket)
                .param("owner", owner)
                .param("sha256", sha256)
                .query(String.class)
                .optional();
    }

    /** Writes a file and its chunks. */
    StoredFile insert(UUID bucket, String owner, String name, FileKind kind, @Nullable String charset, Spool content) {
        UUID id = UUID.randomUUID();
        try (InputStream in = content.open()) {
            return insert(id, bucket, owner, name, content.size(), kind.type(), charset, content.sha256(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that the application has made, in a bucket of its own. */
    StoredFile insert(String name, String type, byte[] content) {
        UUID id = UUID.randomUUID();
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content);
            return insert(
                    id, id, APPLICATION, name, content.length, type, null, sha256, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same of any length. */
    StoredFile insert(String name, String type, Spool content) {
        UUID id = UUID.randomUUID();
        try (InputStream in = content.open()) {
            return insert(id, id, APPLICATION, name, content.size(), type, null, content.sha256(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile insert(
            UUID id,
            UUID bucket,
            String owner,
            String name,
            long size,
            String type,
            @Nullable String charset,
            byte[] sha256,
            InputStream in)
            throws IOException {
        StoredFile file = jdbc.sql("insert into stored_file (id, bucket, owner, name, size, type, charset, sha256, at)"
                        + " values (:id, :bucket, :owner, :name, :size, :type, :charset, :sha256, :at)"
                        + " returning " + OF_A_FILE)
                .param("id", id)
                .param("bucket", bucket)
                .param("owner", owner)
                .param("name", name)
                .param("size", size)
                .param("type", type)
                .param("charset", charset)
                .param("sha256", sha256)
                .param("at", Timestamp.from(clock.instant()))
                .query(StoredFiles::file)
                .single();
        chunks.write(id, in);
        return file;
    }

    void deleteUnbound(UUID bucket, String owner, UUID id) {
        jdbc.sql("delete from stored_file where id = :id and bucket = :bucket and owner = :owner"
                        + " and request_id is null")
                .param("id", id)
                .param("bucket", bucket)
                .param("owner", owner)
                .update();
    }

    /** Gives what an owner has uploaded, and not bound, to another. */
    void hand(String owner, String to) {
        jdbc.sql("update stored_file set owner = :to where owner = :owner and request_id is null")
                .param("owner", owner)
                .param("to", to)
                .update();
    }

    /** Those of the files that are this bucket's and owner's, held until the end of the transaction. */
    List<StoredFile> hold(UUID bucket, String owner, SortedSet<UUID> ids) {
        // by id: two submissions of one bucket take its rows in the same order
        return jdbc.sql(COLUMNS + "where id = any(:ids) and bucket = :bucket and owner = :owner order by id for update")
                .param("ids", ids.toArray(UUID[]::new))
                .param("bucket", bucket)
                .param("owner", owner)
                .query(StoredFiles::file)
                .list();
    }

    /** Binds files that are held. @return them as they are now, in the order of their arrival */
    List<StoredFile> bind(
            SortedSet<UUID> ids,
            long requestId,
            Direction direction,
            String step,
            Instant at,
            @Nullable Instant availableUntil) {
        return jdbc.sql("with bound as (update stored_file set request_id = :request, direction = :direction,"
                        + " step = :step, at = :at, available_until = :until where id = any(:ids) returning *) "
                        + COLUMNS.replace("stored_file", "bound") + "order by rank")
                .param("request", requestId)
                .param("direction", direction.name())
                .param("step", step)
                .param("at", Timestamp.from(at))
                .param("until", availableUntil == null ? null : Timestamp.from(availableUntil))
                .param("ids", ids.toArray(UUID[]::new))
                .query(StoredFiles::file)
                .list();
    }

    int count(long requestId, Direction direction, Collection<String> steps) {
        if (steps.isEmpty()) {
            return 0;
        }
        return jdbc.sql("select count(*) from stored_file where request_id = :request and direction = :direction"
                        + " and step in (:steps)")
                .param("request", requestId)
                .param("direction", direction.name())
                .param("steps", steps)
                .query(Integer.class)
                .single();
    }

    List<StoredFile> of(long requestId) {
        return jdbc.sql(COLUMNS + "where request_id = ? order by at, rank")
                .param(requestId)
                .query(StoredFiles::file)
                .list();
    }

    Optional<StoredFile> find(long requestId, UUID id) {
        return jdbc.sql(COLUMNS + "where id = ? and request_id = ?")
                .params(id, requestId)
                .query(StoredFiles::file)
                .optional();
    }

    Optional<String> charset(UUID id) {
        return jdbc.sql("select charset from stored_file where id = ? and charset is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** What a file contains, read while it is asked for. */
    StoredContent content(StoredFile file) {
        return new StoredContent(chunks, file);
    }

    /** Some files that were never bound, each with its bucket, held until the end of the transaction. */
    Map<UUID, UUID> holdUnbound(Instant uploadedBefore, int batch) {
        Map<UUID, UUID> found = new LinkedHashMap<>();
        jdbc.sql("select id, bucket from stored_file where request_id is null and at < :before order by at"
                        + " limit :batch for update skip locked")
                .param("before", Timestamp.from(uploadedBefore))
                .param("batch", batch)
                .query(row -> {
                    found.put(row.getObject("id", UUID.class), row.getObject("bucket", UUID.class));
                });
        return found;
    }

    /** As if they had just been uploaded. */
    void renew(Collection<UUID> ids, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.sql("update stored_file set at = :now where id in (:ids)")
                    .param("now", Timestamp.from(now))
                    .param("ids", ids)
                    .update();
        }
    }

    void delete(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from stored_file where id in (:ids)")
                    .param("ids", ids)
                    .update();
        }
    }

    /** Removes the content of some files whose time is over. @return how many */
    int removeExpired(Instant now, int batch, String reason) {
        List<UUID> expired = jdbc.sql("update stored_file set content_removed_at = :now, removal_reason = :reason"
                        + " where id in (select id from stored_file where available_until < :now"
                        + " and content_removed_at is null order by available_until limit :batch"
                        + " for update skip locked) returning id")
                .param("now", Timestamp.from(now))
                .param("reason", reason)
                .param("batch", batch)
                .query(UUID.class)
                .list();
        chunks.delete(expired);
        return expired.size();
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getLong("size"),
                row.getString("type"),
                row.getString("direction"),
                row.getString("step"),
                row.getTimestamp("at").toInstant(),
                instant(row, "available_until"),
                instant(row, "content_removed_at"),
                row.getString("removal_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
