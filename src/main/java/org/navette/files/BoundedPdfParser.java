package org.navette.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * PDFBox unpacks object streams and cross-reference streams into memory without a limit, and hides the errors of single
 * objects. This parser counts first, and remembers that something could not be read.
 */
final class BoundedPdfParser extends PDFParser {

    /** Over all such streams of a file, bytes unpacked. */
    private static final long MAX_STRUCTURE = 32L * 1024 * 1024;

    private static final long MAX_XFA = 16L * 1024 * 1024;

    private long structure;
    private final Set<Long> counted = new HashSet<>();
    private boolean failed;
    private boolean encrypted;

    BoundedPdfParser(RandomAccessRead source) throws IOException {
        super(source, "", null, null, IOUtils.createTempFileOnlyStreamCache());
    }

    /** True when an object that was asked for could not be read. */
    boolean failed() {
        return failed;
    }

    /** True when the file's structure itself is encrypted. */
    boolean encrypted() {
        return encrypted;
    }

    @Override
    public COSBase dereferenceCOSObject(COSObject object) throws IOException {
        try {
            return super.dereferenceCOSObject(object);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            failed = true;
            throw e;
        }
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        COSStream stream = super.parseCOSStream(dictionary);
        if (!initialParseDone) {
            // until then, streams are parsed only to find objects: all of them will be unpacked; later, only those that
            // objects are asked from
            count(stream);
        }
        return stream;
    }

    @Override
    protected COSBase parseObjectStreamObject(long number, COSObjectKey key) throws IOException {
        if (securityHandler != null) {
            // refused anyway, and its true size shows only after decryption
            encrypted = true;
            throw new IOException("encrypted");
        }
        if (counted.add(number) && parseObjectDynamically(new COSObjectKey(number, 0), false) instanceof COSStream s) {
            count(s);
        }
        return super.parseObjectStreamObject(number, key);
    }

    private void count(COSStream stream) throws IOException {
        try (InputStream in = unpacked(stream)) {
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                structure += read;
                if (structure > MAX_STRUCTURE) {
                    failed = true;
                    throw new IOException("structure too large");
                }
            }
        } catch (ZipException | java.io.EOFException e) {
            // what PDFBox can make of it is shorter still
            return;
        }
    }

    /** True when the unpacked bytes hold this ASCII text, whatever its case. */
    static boolean contains(COSStream stream, String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        long count = 0;
        int matched = 0;
        try (InputStream in = new java.io.BufferedInputStream(unpacked(stream))) {
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == 0) {
                    continue; // UTF-16
                }
                int lower = Character.toLowerCase(c);
                matched = lower == wanted[matched] ? matched + 1 : lower == wanted[0] ? 1 : 0;
                if (matched == wanted.length) {
                    return true;
                }
                if (++count > MAX_XFA) {
                    throw new IOException("form too large");
                }
            }
        }
        return false;
    }

    private static InputStream unpacked(COSStream stream) throws IOException {
        COSBase filters = stream.getFilters();
        if (filters instanceof COSArray array && array.size() == 1) {
            filters = array.getObject(0);
        }
        if (filters == null || filters instanceof COSArray array && array.size() == 0) {
            return stream.createRawInputStream();
        }
        if (COSName.FLATE_DECODE.equals(filters) || COSName.FLATE_DECODE_ABBREVIATION.equals(filters)) {
            return new InflaterInputStream(stream.createRawInputStream());
        }
        // no writer packs the structure of a file otherwise
        throw new IOException("unexpected filter");
    }
}
