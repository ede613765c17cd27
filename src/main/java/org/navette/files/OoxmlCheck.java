package org.navette.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The new formats of Word and Excel: a zip whose {@code [Content_Types].xml} tells what its parts are (ECMA-376 part
 * 2). Every part is unpacked once, into nothing, and counted; parts that are containers themselves are looked into,
 * one level deep.
 */
final class OoxmlCheck {

    static final long MAX_UNPACKED = 100L * 1024 * 1024;
    static final int MAX_ENTRIES = 2_000;
    static final int MAX_RATIO = 100;
    /** Small parts may pack as well as they like. */
    static final long RATIO_FROM = 1024 * 1024;

    private static final String TYPES = "[Content_Types].xml";
    private static final int TYPES_LIMIT = 1024 * 1024;
    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final List<byte[]> NEVER_IN_A_DOCUMENT = List.of(
            new byte[] {'M', 'Z'},
            new byte[] {0x7F, 'E', 'L', 'F'},
            "Rar!".getBytes(StandardCharsets.US_ASCII),
            new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF},
            new byte[] {'B', 'Z', 'h'},
            new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z'});
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    private final String name;
    private long unpacked;
    private int entries;

    private OoxmlCheck(String name) {
        this.name = name;
    }

    /** @throws RefusedFile when it is not of this kind, or holds what is not taken */
    static void check(String name, FileKind kind, Path path) throws IOException {
        if (OleCheck.isEncryptedPackage(path)) {
            throw RefusedFile.encrypted(name);
        }
        if (!startsWithZip(path)) {
            throw RefusedFile.otherContent(name);
        }
        Set<String> types = new OoxmlCheck(name).inspect(path, 0);
        boolean agrees = types.contains(kind == FileKind.DOCX ? WORD : EXCEL)
                && !types.contains(kind == FileKind.DOCX ? EXCEL : WORD);
        if (!agrees) {
            throw RefusedFile.otherContent(name);
        }
    }

    /** Looks at every part. @return the content types that the package declares; empty when it is no such package */
    private Set<String> inspect(Path path, int depth) {
        Set<String> types = new HashSet<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            entries += zip.size();
            if (entries > MAX_ENTRIES) {
                throw bomb();
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = new Counted(zip.getInputStream(entry), entry)) {
                    if (entry.getName().equalsIgnoreCase(TYPES)) {
                        types.addAll(contentTypes(in));
                    } else if (!entry.isDirectory()) {
                        part(entry.getName().toLowerCase(Locale.ROOT), in, depth);
                    }
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
        } catch (Bomb e) {
            throw bomb();
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw RefusedFile.damaged(name);
        }
        for (String type : types) {
            String lower = type.toLowerCase(Locale.ROOT);
            if (lower.contains("macro") || lower.contains("vbaproject")) {
                throw RefusedFile.macros(name);
            }
            if (lower.contains("activex")) {
                throw RefusedFile.of(RefusedFile.Reason.ACTIVE_CONTENT, name, "il contient des contrôles ActiveX");
            }
        }
        return types;
    }

    private void part(String part, InputStream in, int depth) throws IOException {
        if (part.endsWith("vbaproject.bin")) {
            throw RefusedFile.macros(name);
        }
        byte[] start = in.readNBytes(8);
        // old vector drawings are gzip files by nature
        boolean drawing = part.endsWith(".emz") || part.endsWith(".wmz");
        if (NEVER_IN_A_DOCUMENT.stream().anyMatch(magic -> startsWith(start, magic))
                || startsWith(start, GZIP) && !drawing) {
            throw RefusedFile.of(RefusedFile.Reason.ARCHIVE, name, "il contient une archive ou un programme incorporé");
        }
        boolean zip = startsWith(start, ZIP);
        if (!zip && !OleCheck.isSignature(start)) {
            return;
        }
        var whole = new PushbackInputStream(in, start.length);
        whole.unread(start);
        try (Spool nested = Spool.of(whole, MAX_UNPACKED)) {
            if (!zip) {
                OleCheck.checkPart(name, nested.path());
            } else if (depth > 0 || inspect(nested.path(), depth + 1).isEmpty()) {
                // charts carry a workbook; anything else in a zip in a document is there to hide
                throw RefusedFile.of(
                        RefusedFile.Reason.ARCHIVE, name, "il contient une archive ou un programme incorporé");
            }
        }
    }

    private static Set<String> contentTypes(InputStream in) throws XMLStreamException, IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        byte[] xml = in.readNBytes(TYPES_LIMIT);
        XMLStreamReader reader = factory.createXMLStreamReader(new java.io.ByteArrayInputStream(xml));
        Set<String> types = new HashSet<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                String type = reader.getAttributeValue(null, "ContentType");
                if (type != null) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private static boolean startsWithZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return startsWith(in.readNBytes(4), ZIP);
        }
    }

    private static boolean startsWith(byte[] start, byte[] magic) {
        return start.length >= magic.length && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }

    private RefusedFile bomb() {
        return RefusedFile.of(RefusedFile.Reason.ARCHIVE, name, "son contenu décompressé est anormalement volumineux");
    }

    /** More comes out than may. */
    private static final class Bomb extends IOException {}

    /** Counts what comes out of the zip, over all parts and levels. */
    private final class Counted extends FilterInputStream {

        private final long packed;
        private long count;

        private Counted(InputStream in, ZipEntry entry) {
            super(in);
            this.packed = Math.max(1, entry.getCompressedSize());
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read > 0) {
                count += read;
                unpacked += read;
                if (unpacked > MAX_UNPACKED || count > RATIO_FROM && count / packed > MAX_RATIO) {
                    throw new Bomb();
                }
            }
            return read;
        }
    }
}
