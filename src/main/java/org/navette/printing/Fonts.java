package org.navette.printing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** The letters of our papers, laid on the class path by the front end's build. */
final class Fonts {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private Fonts() {}

    static void in(PdfRendererBuilder builder) {
        add(builder, "Latin", REGULAR, "PTSans_400Regular.ttf");
        add(builder, "Latin", BOLD, "PTSans_700Bold.ttf");
        add(builder, "Arabic", REGULAR, "NotoNaskhArabic_400Regular.ttf");
        add(builder, "Arabic", BOLD, "NotoNaskhArabic_700Bold.ttf");
    }

    private static void add(PdfRendererBuilder builder, String family, int weight, String file) {
        builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String file) {
        try {
            return new ClassPathResource("fonts/" + file).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("no font " + file + ": build the front end", e);
        }
    }
}
