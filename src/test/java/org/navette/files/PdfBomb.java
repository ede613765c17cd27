package org.navette.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DeflaterOutputStream;

/** A small PDF whose catalog lies in an object stream that unpacks to very many bytes. */
public final class PdfBomb {

    private PdfBomb() {}

    /** @param unpacked bytes of padding in the object stream, in whole megabytes; 0 makes a decent file */
    public static byte[] make(int unpacked) {
        try {
            String objects = "1 0 2 40 5 80 ";
            String catalog = "<</Type/Catalog/Pages 2 0 R>>";
            String pages = "<</Type/Pages/Kids[5 0 R]/Count 1>>";
            String page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";
            var structure = new ByteArrayOutputStream();
            try (var out = new DeflaterOutputStream(structure)) {
                out.write(SampleOffice.ascii(objects
                        + catalog
                        + " ".repeat(40 - catalog.length())
                        + pages
                        + " ".repeat(40 - pages.length())
                        + page));
                byte[] spaces = new byte[1024 * 1024];
                java.util.Arrays.fill(spaces, (byte) ' ');
                for (int left = unpacked; left > 0; left -= spaces.length) {
                    out.write(spaces);
                }
            }
            var pdf = new ByteArrayOutputStream();
            pdf.write(SampleOffice.ascii("%PDF-1.5\n"));
            int objectStream = pdf.size();
            pdf.write(SampleOffice.ascii("3 0 obj\n<</Type/ObjStm/N 3/First " + objects.length()
                    + "/Filter/FlateDecode/Length " + structure.size() + ">>stream\n"));
            pdf.write(structure.toByteArray());
            pdf.write(SampleOffice.ascii("\nendstream\nendobj\n"));
            int table = pdf.size();
            ByteBuffer rows = ByteBuffer.allocate(6 * 6);
            row(rows, 0, 0, 0);
            row(rows, 2, 3, 0);
            row(rows, 2, 3, 1);
            row(rows, 1, objectStream, 0);
            row(rows, 1, table, 0);
            row(rows, 2, 3, 2);
            pdf.write(SampleOffice.ascii("4 0 obj\n<</Type/XRef/Size 6/W[1 4 1]/Root 1 0 R/Length 36>>stream\n"));
            pdf.write(rows.array());
            pdf.write(SampleOffice.ascii("\nendstream\nendobj\nstartxref\n" + table + "\n%%EOF\n"));
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void row(ByteBuffer rows, int type, int second, int third) {
        rows.put((byte) type).putInt(second).put((byte) third);
    }
}
