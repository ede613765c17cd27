package org.navette.printing;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;

/** A printed PDF, read again. */
record Paper(byte[] bytes) {

    private static final float MARGIN = 13.7f * 72 / 25.4f;

    static Paper of(byte[] bytes) {
        return new Paper(bytes);
    }

    PDDocument open() throws IOException {
        return Loader.loadPDF(bytes);
    }

    int pages() throws IOException {
        try (PDDocument document = open()) {
            return document.getNumberOfPages();
        }
    }

    /**
     * What a reader copies, by place on the page. PDFBox turns right-to-left runs into reading order; NFKC makes the
     * letters of the joined forms, and marks of direction, which nobody sees, are left out.
     */
    String text() throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        try (PDDocument document = open()) {
            return letters(stripper.getText(document));
        }
    }

    /** The same of the right half of the first page, where sentences are Arabic: each line is read from its right. */
    String rightHalf() throws IOException {
        var stripper = new PDFTextStripperByArea();
        stripper.setSortByPosition(true);
        try (PDDocument document = open()) {
            PDRectangle box = document.getPage(0).getMediaBox();
            float half = box.getWidth() / 2;
            stripper.addRegion("right", new Rectangle2D.Float(half, 0, half, box.getHeight()));
            stripper.extractRegions(document.getPage(0));
            return letters(stripper.getTextForRegion("right"));
        }
    }

    private static String letters(String extracted) {
        return Normalizer.normalize(extracted, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .replaceAll(" +", " ");
    }

    /** The characters as they are drawn; a line of Arabic from its right to its left. */
    String drawn() throws IOException {
        var drawn = new StringBuilder();
        for (TextPosition position : positions()) {
            drawn.append(position.getUnicode());
        }
        return drawn.reverse().toString();
    }

    /** What is drawn outside of the margins. */
    List<String> outside() throws IOException {
        return positions().stream()
                .filter(one -> !one.getUnicode().isBlank())
                .filter(one -> one.getX() < MARGIN
                        || one.getX() + one.getWidth() > one.getPageWidth() - MARGIN
                        || one.getY() > one.getPageHeight() - 9 * 72 / 25.4f)
                .map(TextPosition::getUnicode)
                .toList();
    }

    /** The fonts of the pages by name, and whether their letters are in the file. */
    Map<String, Boolean> fonts() throws IOException {
        Map<String, Boolean> fonts = new TreeMap<>();
        try (PDDocument document = open()) {
            document.getPages().forEach(page -> {
                PDResources resources = page.getResources();
                for (COSName name : resources.getFontNames()) {
                    try {
                        fonts.put(
                                resources.getFont(name).getName(),
                                resources.getFont(name).isEmbedded());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
        }
        return fonts;
    }

    private List<TextPosition> positions() throws IOException {
        List<TextPosition> positions = new ArrayList<>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                positions.add(text);
            }
        };
        try (PDDocument document = open()) {
            stripper.getText(document);
        }
        return positions;
    }
}
