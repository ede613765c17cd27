package org.navette.files;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The pages of a PDF as they are shown: the part of the media box that the crop box leaves, in units of the page, turned
 * by {@code /Rotate} (ISO 32000-1, 7.7.3.3 and 14.11.2).
 */
final class PdfFormat {

    private static final double TOLERANCE = 0.05;
    private static final double MILLIMETRES = 25.4 / 72;
    private static final int NAMED = 5;

    private PdfFormat() {}

    /** @throws RefusedFile naming the pages that are not of this format; at least one page is expected */
    static void check(String name, PageFormat format, PDDocument document) {
        List<Integer> wrong = new ArrayList<>();
        String first = "";
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            String problem = problem(page, format);
            if (!problem.isEmpty()) {
                first = wrong.isEmpty() ? "la page " + number + problem : first;
                wrong.add(number);
            }
        }
        if (!wrong.isEmpty()) {
            String asked = format == PageFormat.A4_PORTRAIT ? "A4 portrait" : "A4";
            throw RefusedFile.of(
                    RefusedFile.Reason.PAGE_FORMAT,
                    name,
                    "toutes ses pages doivent être au format " + asked + " (210 × 297\u00a0mm, à 5\u00a0% près)\u00a0; "
                            + first + others(wrong.subList(1, wrong.size())));
        }
    }

    /** What is wrong with a page, as the end of a sentence that names it; empty when nothing is. */
    private static String problem(PDPage page, PageFormat format) {
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        double unit = page.getUserUnit();
        double width = unit * (turned ? box.getHeight() : box.getWidth());
        double height = unit * (turned ? box.getWidth() : box.getHeight());
        if (isA4(width, height)) {
            return "";
        }
        if (isA4(height, width)) {
            return format == PageFormat.A4 ? "" : " est en paysage";
        }
        return " mesure " + millimetres(width) + " × " + millimetres(height) + "\u00a0mm";
    }

    private static boolean isA4(double width, double height) {
        return close(width, PDRectangle.A4.getWidth()) && close(height, PDRectangle.A4.getHeight());
    }

    private static boolean close(double value, double wanted) {
        return Math.abs(value - wanted) <= wanted * TOLERANCE;
    }

    private static long millimetres(double points) {
        return Math.round(points * MILLIMETRES);
    }

    private static String others(List<Integer> pages) {
        return switch (pages.size()) {
            case 0 -> "";
            case 1 -> ", la page " + pages.get(0) + " ne convient pas non plus";
            default ->
                ", les pages "
                        + pages.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "))
                        + (pages.size() > NAMED ? "…" : "") + " ne conviennent pas non plus";
        };
    }
}
