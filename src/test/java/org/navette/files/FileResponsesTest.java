package org.navette.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@NavetteTest
@DisplayName("Giving a file")
class FileResponsesTest {

    private static final AttachmentRules RULES =
            new AttachmentRules(8, 5_242_880, List.of("csv", "pdf", "png", "docx", "tif"), null, null);

    @Autowired
    FileStore store;

    @Autowired
    FileResponses responses;

    @Test
    @DisplayName("COMM-07 a download is an attachment under its own accented name, which no browser executes")
    void download() throws Exception {
        byte[] csv = "Prénom;Nom\r\n".repeat(50_000).getBytes(Charset.forName("windows-1252"));
        StoredFile file = upload("Été à Bègles.csv", csv);
        MockMvcBuilders.standaloneSetup(new Route(responses.download(file)))
                .build()
                .perform(get("/file"))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment;")))
                .andExpect(header().string(
                                "Content-Disposition",
                                org.hamcrest.Matchers.containsString(
                                        "filename*=UTF-8''%C3%89t%C3%A9%20%C3%A0%20B%C3%A8gles.csv")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string(
                                "Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'"))
                .andExpect(header().string("Content-Type", "text/csv"))
                .andExpect(header().longValue("Content-Length", csv.length))
                .andExpect(content().bytes(csv));
    }

    @Test
    @DisplayName("COMM-07 a preview is sandboxed under its own policy; a CSV is shown as text in its character set")
    void preview() throws IOException {
        var pdf = responses.preview(upload("a.pdf", SamplePdf.plain()));
        assertThat(pdf.getHeaders().getFirst("Content-Disposition")).startsWith("inline;");
        assertThat(pdf.getHeaders().getFirst("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(pdf.getHeaders().getFirst("Cache-Control")).isEqualTo("no-store");
        assertThat(pdf.getHeaders().getFirst("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; img-src 'self'; object-src 'none'; style-src 'unsafe-inline';"
                        + " frame-ancestors 'self'; sandbox");
        var csv = responses.preview(upload("a.csv", "Prénom".getBytes(Charset.forName("windows-1252"))));
        assertThat(csv.getHeaders().getFirst("Content-Type")).isEqualTo("text/plain;charset=windows-1252");
        var png = responses.preview(upload("a.png", ContentCheckTest.image("png")));
        assertThat(png.getHeaders().getFirst("Content-Type")).isEqualTo("image/png");
    }

    @Test
    @DisplayName("PART-09 Office files and TIFF have no preview")
    void noPreview() {
        for (StoredFile file : List.of(
                upload("a.docx", SampleOffice.docx()), upload("a.tif", new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0}))) {
            assertThat(file.previewable()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> responses.preview(file));
        }
    }

    private StoredFile upload(String name, byte[] content) {
        return store.upload(UUID.randomUUID(), "partners:someone", RULES, 0, name, new ByteArrayInputStream(content));
    }

    @RestController
    private record Route(ResponseEntity<Resource> answer) {
        @GetMapping("/file")
        ResponseEntity<Resource> file() {
            return answer;
        }
    }
}
