package org.navette.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the directory and the streams of an OLE2 file (Microsoft's Compound File Binary format, [MS-CFB]), the
 * container of the old Office formats and of protected new ones. Every number in the file is distrusted.
 */
final class CompoundFile implements Closeable {

    /** First eight bytes of every such file. */
    static final long SIGNATURE = 0xD0CF11E0A1B11AE1L;

    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    private static final int IN_HEADER = 109;
    private static final int STORAGE = 1;
    private static final int STREAM = 2;
    private static final int ROOT = 5;

    /** One entry of the directory. */
    record Entry(String name, boolean stream, boolean inRoot, int start, long size) {}

    private record Node(String name, int type, int left, int right, int child, int start, long size) {}

    private final FileChannel file;
    private final int sectorSize;
    private final int miniSectorSize;
    private final int miniCutoff;
    private final int[] table;
    private final int[] miniTable;
    private final int[] miniStream;
    private final List<Entry> entries;

    private CompoundFile(FileChannel file) throws IOException {
        this.file = file;
        ByteBuffer header = read(0, HEADER);
        if (header.duplicate().getLong(0) != SIGNATURE) {
            throw new IOException("not a compound file");
        }
        header.order(ByteOrder.LITTLE_ENDIAN);
        int shift = header.getShort(30);
        if (shift != 9 && shift != 12 || header.getShort(32) != 6) {
            throw new IOException("unknown sector size");
        }
        sectorSize = 1 << shift;
        miniSectorSize = 1 << 6;
        miniCutoff = header.getInt(56);
        table = table(header);
        List<Node> nodes = nodes(chain(header.getInt(48), table));
        miniTable = numbers(chain(header.getInt(60), table));
        miniStream = chain(nodes.get(0).start(), table);
        entries = entries(nodes);
    }

    /** @throws IOException when the structure makes no sense */
    static CompoundFile open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        try {
            return new CompoundFile(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw new IOException("damaged compound file", e);
        }
    }

    /** All storages and streams, those that no folder leads to as well. */
    List<Entry> entries() {
        return entries;
    }

    /** The content of a stream. */
    InputStream open(Entry entry) throws IOException {
        boolean mini = entry.size() < miniCutoff;
        int[] sectors = chain(entry.start(), mini ? miniTable : table);
        return new Content(sectors, mini ? miniSectorSize : sectorSize, mini, entry.size());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private int[] table(ByteBuffer header) throws IOException {
        List<Integer> tableSectors = new ArrayList<>();
        for (int i = 0; i < IN_HEADER; i++) {
            tableSectors.add(header.getInt(76 + 4 * i));
        }
        int perSector = sectorSize / 4;
        int next = header.getInt(68);
        for (int left = header.getInt(72); left > 0 && next >= 0; left--) {
            ByteBuffer more = sector(next);
            for (int i = 0; i < perSector - 1; i++) {
                tableSectors.add(more.getInt(4 * i));
            }
            next = more.getInt(4 * (perSector - 1));
            if (tableSectors.size() > file.size() / 4) {
                throw new IOException("table longer than the file");
            }
        }
        return numbers(
                tableSectors.stream().filter(s -> s >= 0).mapToInt(s -> s).toArray());
    }

    private int[] numbers(int[] sectors) throws IOException {
        if ((long) sectors.length * sectorSize > file.size()) {
            throw new IOException("table longer than the file");
        }
        int[] numbers = new int[sectors.length * (sectorSize / 4)];
        int n = 0;
        for (int s : sectors) {
            ByteBuffer content = sector(s);
            while (content.remaining() >= 4) {
                numbers[n++] = content.getInt();
            }
        }
        return numbers;
    }

    /** Sectors from the first to the end mark; a loop or a number out of the table is damage. */
    private static int[] chain(int first, int[] table) throws IOException {
        int[] chain = new int[table.length];
        int length = 0;
        for (int s = first; s >= 0; s = table[s]) {
            if (s >= table.length || length == chain.length) {
                throw new IOException("broken chain");
            }
            chain[length++] = s;
        }
        return java.util.Arrays.copyOf(chain, length);
    }

    private List<Node> nodes(int[] sectors) throws IOException {
        List<Node> nodes = new ArrayList<>();
        for (int s : sectors) {
            ByteBuffer sector = sector(s);
            for (int at = 0; at < sectorSize; at += ENTRY) {
                int bytes = Math.max(0, Math.min(64, sector.getShort(at + 64)) - 2);
                byte[] name = new byte[bytes];
                sector.get(at, name);
                long size = sector.getInt(at + 120) & 0xFFFFFFFFL;
                nodes.add(new Node(
                        new String(name, StandardCharsets.UTF_16LE),
                        sector.get(at + 66),
                        sector.getInt(at + 68),
                        sector.getInt(at + 72),
                        sector.getInt(at + 76),
                        sector.getInt(at + 116),
                        size));
            }
        }
        if (nodes.isEmpty() || nodes.get(0).type() != ROOT) {
            throw new IOException("no root entry");
        }
        return nodes;
    }

    private static List<Entry> entries(List<Node> nodes) {
        Set<Integer> inRoot = new HashSet<>();
        Deque<Integer> waiting = new ArrayDeque<>(List.of(nodes.get(0).child()));
        while (!waiting.isEmpty()) {
            int id = waiting.pop();
            if (id >= 0 && id < nodes.size() && inRoot.add(id)) {
                waiting.push(nodes.get(id).left());
                waiting.push(nodes.get(id).right());
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (int id = 1; id < nodes.size(); id++) {
            Node node = nodes.get(id);
            if (node.type() == STREAM || node.type() == STORAGE) {
                entries.add(
                        new Entry(node.name(), node.type() == STREAM, inRoot.contains(id), node.start(), node.size()));
            }
        }
        return entries;
    }

    private ByteBuffer sector(int number) throws IOException {
        return read((number + 1L) * sectorSize, sectorSize).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes of the file; what lies past its end reads as zero (the last sector can be cut short). */
    private ByteBuffer read(long position, int length) throws IOException {
        if (position >= file.size()) {
            throw new IOException("sector past the end");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) > 0) {
            continue;
        }
        return buffer.position(0).limit(length);
    }

    /** A stream's bytes, one sector in memory. */
    private final class Content extends InputStream {

        private final int[] sectors;
        private final int unit;
        private final boolean mini;
        private long left;
        private int next;
        private ByteBuffer current = ByteBuffer.allocate(0);

        private Content(int[] sectors, int unit, boolean mini, long size) {
            this.sectors = sectors;
            this.unit = unit;
            this.mini = mini;
            this.left = Math.min(size, (long) sectors.length * unit);
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            if (!current.hasRemaining()) {
                current = mini ? miniSector(sectors[next++]) : sector(sectors[next++]);
            }
            left--;
            return current.get() & 0xFF;
        }

        private ByteBuffer miniSector(int number) throws IOException {
            long at = (long) number * unit;
            int host = (int) (at / sectorSize);
            if (host >= miniStream.length) {
                throw new IOException("mini sector past the end");
            }
            int offset = (int) (at % sectorSize);
            return sector(miniStream[host]).position(offset).limit(offset + unit);
        }
    }
}
