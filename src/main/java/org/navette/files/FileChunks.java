package org.navette.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The content of files, written and read in chunks, one in memory at a time. */
@Component
class FileChunks {

    static final int SIZE = 256 * 1024;

    private final JdbcClient jdbc;

    FileChunks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(UUID file, InputStream content) throws IOException {
        int rank = 0;
        for (byte[] chunk = content.readNBytes(SIZE); chunk.length > 0; chunk = content.readNBytes(SIZE)) {
            jdbc.sql("insert into file_chunk (file_id, rank, content) values (?, ?, ?)")
                    .params(file, rank++, chunk)
                    .update();
        }
    }

    /** One chunk, counted from 0; nothing past the end or once the content was removed. */
    Optional<byte[]> find(UUID file, int rank) {
        return jdbc.sql("select content from file_chunk where file_id = ? and rank = ?")
                .params(file, rank)
                .query(byte[].class)
                .optional();
    }

    void delete(Collection<UUID> files) {
        if (!files.isEmpty()) {
            jdbc.sql("delete from file_chunk where file_id in (:files)")
                    .param("files", files)
                    .update();
        }
    }
}
