package org.navette.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Office files of a few kB, made of the parts that tell what they are. */
public final class SampleOffice {

    static final String WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    static final String EXCEL_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private static final int SECTOR = 512;

    private SampleOffice() {}

    public static byte[] docx() {
        return ooxml(WORD_MAIN, "word/document.xml", Map.of());
    }

    public static byte[] xlsx() {
        return ooxml(EXCEL_MAIN, "xl/workbook.xml", Map.of());
    }

    public static byte[] docx(Map<String, byte[]> more) {
        return ooxml(WORD_MAIN, "word/document.xml", more);
    }

    public static byte[] ooxml(String mainType, String mainPart, Map<String, byte[]> more) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types"
                        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/" + mainPart + "\" ContentType=\"" + mainType + "\"/></Types>"));
        parts.put("_rels/.rels", ascii("<Relationships/>"));
        parts.put(mainPart, ascii("<document>Bonjour</document>"));
        parts.putAll(more);
        return zip(parts);
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] doc() {
        return ole(Map.of("WordDocument", wordDocument(0)));
    }

    public static byte[] protectedDoc() {
        return ole(Map.of("WordDocument", wordDocument(0x0100)));
    }

    public static byte[] docWithMacros() {
        Map<String, byte[]> streams = new LinkedHashMap<>();
        streams.put("WordDocument", wordDocument(0));
        streams.put("_VBA_PROJECT", new byte[64]);
        return ole(streams);
    }

    public static byte[] xls() {
        return ole(Map.of("Workbook", workbook(record(0x85, 0, 0, 0, 0, 0, 0))));
    }

    public static byte[] protectedXls() {
        return ole(Map.of("Workbook", workbook(record(0x2F, 0, 0))));
    }

    public static byte[] xlsWithMacroSheet() {
        return ole(Map.of("Workbook", workbook(record(0x85, 0, 0, 0, 0, 0, 1))));
    }

    public static byte[] encryptedPackage() {
        Map<String, byte[]> streams = new LinkedHashMap<>();
        streams.put("EncryptionInfo", new byte[100]);
        streams.put("EncryptedPackage", new byte[5000]);
        return ole(streams);
    }

    private static byte[] wordDocument(int flags) {
        return ByteBuffer.allocate(4608)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(0, (short) 0xA5EC)
                .putShort(10, (short) flags)
                .array();
    }

    private static byte[] workbook(byte[] record) {
        return ByteBuffer.allocate(5120)
                .put(record(0x809, 0, 6, 5, 0))
                .put(record)
                .put(record(0x0A))
                .array();
    }

    private static byte[] record(int id, int... content) {
        ByteBuffer record = ByteBuffer.allocate(4 + content.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putShort((short) id).putShort((short) content.length);
        for (int b : content) {
            record.put((byte) b);
        }
        return record.array();
    }

    /** An OLE2 container whose streams lie in its root, each padded to whole sectors (small ones to 4096 bytes). */
    public static byte[] ole(Map<String, byte[]> streams) {
        List<byte[]> sectors = new ArrayList<>();
        List<Integer> table = new ArrayList<>();
        ByteBuffer directory = ByteBuffer.allocate(SECTOR * 2).order(ByteOrder.LITTLE_ENDIAN);
        // sector 0: the table; 1 and 2: the directory
        table.add(-3);
        table.add(2);
        table.add(-2);
        int id = 0;
        entry(directory, id++, "Root Entry", 5, 1, -1, -2, 0);
        for (var stream : streams.entrySet()) {
            byte[] content = stream.getValue();
            int length = Math.max(4096, content.length);
            int start = table.size();
            int count = (length + SECTOR - 1) / SECTOR;
            for (int i = 0; i < count; i++) {
                byte[] sector = new byte[SECTOR];
                int from = i * SECTOR;
                if (from < content.length) {
                    System.arraycopy(content, from, sector, 0, Math.min(SECTOR, content.length - from));
                }
                sectors.add(sector);
                table.add(i == count - 1 ? -2 : start + i + 1);
            }
            entry(directory, id, stream.getKey(), 2, -1, id < streams.size() ? id + 1 : -1, start, length);
            id++;
        }
        ByteBuffer file = ByteBuffer.allocate(SECTOR * (4 + sectors.size())).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        file.putShort(24, (short) 0x3E).putShort(26, (short) 3).putShort(28, (short) 0xFFFE);
        file.putShort(30, (short) 9)
                .putShort(32, (short) 6)
                .putInt(44, 1)
                .putInt(48, 1)
                .putInt(56, 4096);
        file.putInt(60, -2).putInt(68, -2).putInt(76, 0);
        for (int i = 1; i < 109; i++) {
            file.putInt(76 + 4 * i, -1);
        }
        for (int i = 0; i < SECTOR / 4; i++) {
            file.putInt(SECTOR + 4 * i, i < table.size() ? table.get(i) : -1);
        }
        file.position(SECTOR * 2).put(directory.array());
        sectors.forEach(file::put);
        return file.array();
    }

    private static void entry(
            ByteBuffer directory, int id, String name, int type, int child, int right, int start, int size) {
        int at = id * 128;
        byte[] text = name.getBytes(StandardCharsets.UTF_16LE);
        directory.position(at).put(text);
        directory.putShort(at + 64, (short) (text.length + 2));
        directory.put(at + 66, (byte) type).put(at + 67, (byte) 1);
        directory.putInt(at + 68, -1).putInt(at + 72, right).putInt(at + 76, child);
        directory.putInt(at + 116, start).putInt(at + 120, size);
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
