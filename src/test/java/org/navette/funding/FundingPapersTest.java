package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.files.FileResponses;
import org.navette.files.StoredFile;
import org.navette.funding.FundingWorld.Enrolled;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The documents that the agency issues")
class FundingPapersTest {

    private static final Couloir COULOIR = Couloir.HOP;

    @Autowired
    FundingWorld world;

    @Autowired
    MoneyWorld money;

    @Autowired
    FundingTraces traces;

    @Autowired
    FileResponses responses;

    private Enrolled enrolled;

    @BeforeEach
    void fresh() {
        money.fresh(COULOIR, "1000000.00");
        enrolled = world.enrolled(COULOIR);
    }

    private List<StoredFile> papers(String number) {
        return traces.files(number).stream()
                .filter(file -> FundingPapers.LABELS.containsKey(file.step()))
                .toList();
    }

    @Test
    @DisplayName("FUND-16 FUND-17 award at the validation, payment decision when decided, notice when paid: one each")
    void issued() throws IOException {
        String number = money.validated(enrolled, COULOIR);
        assertThat(papers(number)).extracting(StoredFile::step).containsExactly("award");
        money.decide(money.batch(COULOIR), java.util.Map.of("choice", "FITTING"));
        String run = money.payment();
        money.execute(run, LocalDate.now(ZoneId.of("Europe/Paris")).toString());
        List<StoredFile> papers = papers(number);
        assertThat(papers).extracting(StoredFile::step).containsExactly("award", "decision", "notice");
        assertThat(papers).allMatch(file -> "RECEIVED".equals(file.direction()) && file.previewable());
        for (StoredFile paper : papers) {
            String text = text(paper);
            assertThat(text)
                    .contains(FundingPapers.LABELS.get(paper.step()))
                    .contains("Agence de services et de paiement")
                    .contains(number)
                    .contains("Éditeur d'Œuvres & Fils")
                    .contains(enrolled.software())
                    .contains("Hôpital")
                    .doesNotContain("?");
        }
        assertThat(text(papers.get(1)).replace('\u00a0', ' '))
                .contains("Montant de l'avance")
                .contains(" €");
        assertThat(text(papers.get(2))).contains("FR7630006000011234567890189").contains("VERSE001");
    }

    /** Its text, once it is sure that the fonts are in it and that it is one page; leaves a picture to be looked at. */
    private String text(StoredFile file) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(responses.download(file).getBody().getContentAsByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var resources = document.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, 80),
                    "png",
                    new File("target/paper-" + file.step() + ".png"));
            return new PDFTextStripper().getText(document);
        }
    }
}
