package org.navette.funding;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A document that the agency issues: one page A4, its font embedded, its text selectable. Characters that the font
 * lacks are printed as a question mark; what does not fit into a line goes on in the next.
 *
 * @param organism who issues it
 * @param title what it is
 * @param day when it is issued, as people read it
 * @param number of the request
 * @param text a sentence or two
 * @param parts facts
 */
record Paper(String organism, String title, String day, String number, String text, List<Part> parts) {

    /** Facts under a heading. */
    record Part(String title, List<Fact> facts) {}

    /** A label and what it says. */
    record Fact(String label, String text) {}

    /** Liberation Sans (SIL Open Font License), which comes with PDFBox. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final Color INK = new Color(0x1e, 0x1e, 0x2a);
    private static final Color QUIET = new Color(0x55, 0x5b, 0x6e);
    private static final Color ACCENT = new Color(0x1f, 0x4e, 0x79);
    private static final Color RULE = new Color(0xd5, 0xda, 0xe3);

    private static final float LEFT = 64;
    private static final float RIGHT = PDRectangle.A4.getWidth() - 64;
    private static final float TOP = PDRectangle.A4.getHeight() - 72;
    private static final float COLUMN = 176;

    /** PDF, the same page for the same facts. */
    byte[] print() {
        try (PDDocument document = new PDDocument();
                InputStream font = PDDocument.class.getResourceAsStream(FONT)) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            document.getDocumentInformation().setTitle(title + " " + number);
            document.getDocumentInformation().setAuthor(organism);
            document.getDocumentCatalog().setLanguage("fr-FR");
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                new Pen(content, PDType0Font.load(document, font, true)).write(this);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Pen {

        private final PDPageContentStream content;
        private final PDFont font;
        private float at = TOP;

        private Pen(PDPageContentStream content, PDFont font) {
            this.content = content;
            this.font = font;
        }

        void write(Paper paper) throws IOException {
            lines(paper.organism(), LEFT, RIGHT - LEFT, 10.5f, QUIET);
            at -= 34;
            lines(paper.title(), LEFT, RIGHT - LEFT, 22, ACCENT);
            at -= 4;
            lines("N° " + paper.number() + ", le " + paper.day(), LEFT, RIGHT - LEFT, 11, QUIET);
            at -= 14;
            lines(paper.text(), LEFT, RIGHT - LEFT, 11, INK);
            for (Part part : paper.parts()) {
                at -= 20;
                lines(part.title(), LEFT, RIGHT - LEFT, 13, ACCENT);
                at += 6;
                rule();
                for (Fact fact : part.facts()) {
                    fact(fact);
                }
            }
            at = 72;
            rule();
            lines("Document établi par l'application, à conserver.", LEFT, RIGHT - LEFT, 8.5f, QUIET);
        }

        private void fact(Fact fact) throws IOException {
            float begin = at;
            lines(fact.label(), LEFT, COLUMN - 12, 10.5f, QUIET);
            float below = at;
            at = begin;
            lines(fact.text(), LEFT + COLUMN, RIGHT - LEFT - COLUMN, 10.5f, INK);
            at = Math.min(at, below) - 3;
        }

        private void rule() throws IOException {
            content.setStrokingColor(RULE);
            content.setLineWidth(0.8f);
            content.moveTo(LEFT, at);
            content.lineTo(RIGHT, at);
            content.stroke();
            at -= 18;
        }

        private void lines(String text, float x, float width, float size, Color colour) throws IOException {
            for (String line : wrapped(known(text), width, size)) {
                content.beginText();
                content.setFont(font, size);
                content.setNonStrokingColor(colour);
                content.newLineAtOffset(x, at);
                content.showText(line);
                content.endText();
                at -= size * 1.4f;
            }
        }

        private List<String> wrapped(String text, float width, float size) throws IOException {
            List<String> lines = new ArrayList<>();
            String line = "";
            for (String word : text.split(" ")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && width(longer, size) > width) {
                    lines.add(line);
                    longer = word;
                }
                while (width(longer, size) > width) {
                    int end = fitting(longer, width, size);
                    lines.add(longer.substring(0, end));
                    longer = longer.substring(end);
                }
                line = longer;
            }
            lines.add(line);
            return lines;
        }

        /** How much of a word that is too long fits into a line; at least one character. */
        private int fitting(String word, float width, float size) throws IOException {
            int end = word.offsetByCodePoints(0, 1);
            while (width(word.substring(0, word.offsetByCodePoints(end, 1)), size) <= width) {
                end = word.offsetByCodePoints(end, 1);
            }
            return end;
        }

        private float width(String text, float size) throws IOException {
            return font.getStringWidth(text) / 1000 * size;
        }

        /** The text without what the font cannot print; a narrow blank becomes a plain one. */
        private String known(String text) {
            StringBuilder known = new StringBuilder();
            text.replace('\u202f', '\u00a0').codePoints().forEach(point -> {
                String one = Character.toString(point);
                try {
                    font.encode(one);
                    known.append(one);
                } catch (IllegalArgumentException | IOException e) {
                    known.append('?');
                }
            });
            return known.toString();
        }
    }
}
