package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.navette.HostileTexts;

@DisplayName("A document of the agency, whatever it says")
class PaperTest {

    private static final List<String> CURIOUS = HostileTexts.CURIOUS;
    private static final List<String> DECEIVING = HostileTexts.DECEIVING;

    private static byte[] print(String text) {
        List<Paper.Fact> facts = List.of(new Paper.Fact("Titulaire", text), new Paper.Fact(text, "10,00 €"));
        return new Paper("Agence", "Avis", "23/11/2026", "HOP26", text, List.of(new Paper.Part("Demande", facts)))
                .print();
    }

    private static String read(byte[] pdf, List<TextPosition> places) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var reader = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition place) {
                    places.add(place);
                    super.processTextPosition(place);
                }
            };
            return reader.getText(document).replace('\u00a0', ' ');
        }
    }

    @ParameterizedTest
    @FieldSource("CURIOUS")
    @DisplayName("FUND-16 prints what its font has of a text, and a question mark for the rest")
    void curious(String text) throws IOException {
        String read = read(print(text), new ArrayList<>());
        assertThat(read).contains("Titulaire", "HOP26", "10,00 €");
        if (HostileTexts.printable(List.of(text)).contains(text)) {
            assertThat(read.replaceAll("\\s+", "")).contains(text.replaceAll("\\s+", ""));
        }
    }

    @ParameterizedTest
    @FieldSource("DECEIVING")
    @DisplayName("FUND-16 is made even of what cannot be printed")
    void deceiving(String text) throws IOException {
        assertThat(read(print(text), new ArrayList<>())).contains("Titulaire", "HOP26");
    }

    @Test
    @DisplayName("FUND-16 breaks a word that is longer than its line: nothing leaves the page's margins")
    void longWord() throws IOException {
        String word = "W".repeat(200) + "fin";
        List<TextPosition> places = new ArrayList<>();
        assertThat(read(print(word), places).replaceAll("\\s+", "")).contains("fin10,00");
        assertThat(places).isNotEmpty().allSatisfy(place -> assertThat(place.getX() + place.getWidth())
                .isBetween(64f, PDRectangle.A4.getWidth() - 63));
    }
}
