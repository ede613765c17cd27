package org.navette.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The old formats of Word and Excel: told apart by the streams in the root of their container; refused with macros (VBA
 * and those of Excel 4), packaged files, or a password ([MS-DOC] 2.5.1, [MS-XLS] 2.4.28 and 2.4.117).
 */
final class OleCheck {

    private static final Set<String> VBA = Set.of("macros", "vba", "_vba_project", "_vba_project_cur", "vba_project");
    private static final int WORD_IDENT = 0xA5EC;
    private static final int WORD_ENCRYPTED = 0x0100;
    private static final int BIFF_EOF = 0x0A;
    private static final int BIFF_FILEPASS = 0x2F;
    private static final int BIFF_BOUNDSHEET = 0x85;
    private static final int MACRO_SHEET = 1;
    private static final int VBA_MODULE = 6;

    private OleCheck() {}

    /** @throws RefusedFile when it is not of this kind, or holds what is not taken */
    static void check(String name, FileKind kind, Path path) throws IOException {
        if (!hasSignature(path)) {
            throw RefusedFile.otherContent(name);
        }
        try (CompoundFile ole = CompoundFile.open(path)) {
            refuseDangers(name, ole);
            var document = root(ole, "WordDocument");
            var workbook = root(ole, "Workbook").or(() -> root(ole, "Book"));
            boolean agrees = kind == FileKind.DOC
                    ? document.isPresent() && workbook.isEmpty()
                    : workbook.isPresent() && document.isEmpty();
            if (!agrees) {
                throw RefusedFile.otherContent(name);
            }
            if (document.isPresent()) {
                checkWord(name, ole, document.get());
            } else {
                checkExcel(name, ole, workbook.get());
            }
        } catch (IOException e) {
            throw RefusedFile.damaged(name);
        }
    }

    /** What is refused wherever the container is, also as a part of a new Office file. */
    static void checkPart(String name, Path path) {
        try (CompoundFile ole = CompoundFile.open(path)) {
            refuseDangers(name, ole);
            var workbook = root(ole, "Workbook").or(() -> root(ole, "Book"));
            if (workbook.isPresent()) {
                checkExcel(name, ole, workbook.get());
            }
        } catch (IOException e) {
            throw RefusedFile.damaged(name);
        }
    }

    static boolean isEncryptedPackage(Path path) throws IOException {
        if (!hasSignature(path)) {
            return false;
        }
        try (CompoundFile ole = CompoundFile.open(path)) {
            return root(ole, "EncryptedPackage").isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    static boolean hasSignature(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return isSignature(in.readNBytes(8));
        }
    }

    static boolean isSignature(byte[] start) {
        return start.length >= 8 && ByteBuffer.wrap(start).getLong() == CompoundFile.SIGNATURE;
    }

    private static void refuseDangers(String name, CompoundFile ole) {
        for (var entry : ole.entries()) {
            String lower = entry.name().toLowerCase(Locale.ROOT);
            if (VBA.contains(lower)) {
                throw RefusedFile.macros(name);
            }
            if (lower.equals("encryptedpackage") || lower.equals("encryptioninfo")) {
                throw RefusedFile.encrypted(name);
            }
            if (lower.equals("\u0001ole10native")) {
                throw RefusedFile.of(RefusedFile.Reason.ACTIVE_CONTENT, name, "il contient un autre fichier incorporé");
            }
        }
    }

    private static Optional<CompoundFile.Entry> root(CompoundFile ole, String stream) {
        return ole.entries().stream()
                .filter(entry ->
                        entry.inRoot() && entry.stream() && entry.name().equalsIgnoreCase(stream))
                .findFirst();
    }

    private static void checkWord(String name, CompoundFile ole, CompoundFile.Entry document) throws IOException {
        try (var in = new DataInputStream(ole.open(document))) {
            byte[] start = in.readNBytes(12);
            if (start.length < 12 || littleEndian(start, 0) != WORD_IDENT) {
                throw RefusedFile.damaged(name);
            }
            if ((littleEndian(start, 10) & WORD_ENCRYPTED) != 0) {
                throw RefusedFile.encrypted(name);
            }
        }
    }

    /** The records of a workbook's first part, which lists its sheets. */
    private static void checkExcel(String name, CompoundFile ole, CompoundFile.Entry workbook) throws IOException {
        try (InputStream in = new BufferedInputStream(ole.open(workbook))) {
            while (true) {
                byte[] header = in.readNBytes(4);
                if (header.length < 4 || littleEndian(header, 0) == BIFF_EOF) {
                    return;
                }
                int length = littleEndian(header, 2);
                switch (littleEndian(header, 0)) {
                    case BIFF_FILEPASS -> throw RefusedFile.encrypted(name);
                    case BIFF_BOUNDSHEET -> {
                        byte[] sheet = in.readNBytes(length);
                        if (sheet.length > 5 && (sheet[5] == MACRO_SHEET || sheet[5] == VBA_MODULE)) {
                            throw RefusedFile.macros(name);
                        }
                    }
                    default -> in.skipNBytes(length);
                }
            }
        } catch (EOFException e) {
            throw RefusedFile.damaged(name);
        }
    }

    private static int littleEndian(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }
}
