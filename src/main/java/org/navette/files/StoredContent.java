package org.navette.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/** A file's content, fetched by primary key one chunk at a time: no cursor and no connection stay open between two. */
final class StoredContent extends AbstractResource {

    private final FileChunks chunks;
    private final StoredFile file;

    StoredContent(FileChunks chunks, StoredFile file) {
        this.chunks = chunks;
        this.file = file;
    }

    @Override
    public String getDescription() {
        return "stored file " + file.id();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return file.size();
    }

    @Override
    public InputStream getInputStream() {
        return new Content();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredContent that && that.file.id().equals(file.id());
    }

    @Override
    public int hashCode() {
        return file.id().hashCode();
    }

    private final class Content extends InputStream {

        private byte[] chunk = new byte[0];
        private int position;
        private int rank;
        private long left = file.size();

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0) {
                return -1;
            }
            if (position == chunk.length) {
                // purged while being read: the reader must see a broken download, not a short file
                chunk = chunks.find(file.id(), rank++).orElseThrow(() -> new EOFException("content removed"));
                position = 0;
            }
            int count = Math.min(length, chunk.length - position);
            System.arraycopy(chunk, position, target, offset, count);
            position += count;
            left -= count;
            return count;
        }
    }
}
