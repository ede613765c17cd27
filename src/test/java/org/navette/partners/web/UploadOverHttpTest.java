package org.navette.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.files.PdfBomb;
import org.navette.files.SampleOffice;
import org.navette.files.SamplePdf;
import org.navette.partners.Desk;
import org.navette.partners.Member;

@NavetteTest
@DisplayName("PART-09 Upload over HTTP")
class UploadOverHttpTest extends DeskOverHttp {

    private static final int MOST = 5 * 1024 * 1024;

    private WebForm form;

    @BeforeEach
    void openForm() {
        form = WebForm.deposit(browser, REVIEW);
    }

    @Test
    @DisplayName("COMM-07 an accepted file is answered with 201 and what the page needs to show it")
    void taken() {
        Browser.Page answer = form.upload("Pièce d'identité.pdf", SamplePdf.plain());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        String file = form.uploadUrl() + "/" + WebForm.id(answer);
        assertThat(WebForm.text(answer, "name")).isEqualTo("Pièce d'identité.pdf");
        assertThat(WebForm.text(answer, "type")).isEqualTo("application/pdf");
        assertThat(WebForm.text(answer, "size")).isEqualTo(String.valueOf(SamplePdf.plain().length));
        assertThat(WebForm.text(answer, "preview")).isEqualTo(file + "/apercu");
        assertThat(WebForm.text(answer, "download")).isEqualTo(file + "/telechargement");
    }

    @Test
    @DisplayName("PART-09 an office file has no preview but its own download before the form is sent")
    void office() {
        Browser.Page answer = form.upload("a.docx", SampleOffice.docx());
        assertThat(WebForm.text(answer, "preview")).isNull();
        String file = form.uploadUrl() + "/" + WebForm.id(answer);
        assertThat(browser.get(file + "/apercu").status()).isEqualTo(404);
        assertThat(browser.get(file + "/telechargement").status()).isEqualTo(200);
    }

    static Stream<Arguments> refused() {
        byte[] svg = SampleOffice.ascii("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
        byte[] pdf = SamplePdf.plain();
        return Stream.of(
                Arguments.of("programme.exe", pdf, "les types acceptés sont"),
                Arguments.of("page.html", SampleOffice.ascii("<html>"), "les types acceptés sont"),
                Arguments.of("image.svg", svg, "les types acceptés sont"),
                Arguments.of("a.pdf.exe", pdf, "les types acceptés sont"),
                Arguments.of("sans-extension", pdf, "les types acceptés sont"),
                Arguments.of("texte.pdf", SampleOffice.ascii("Bonjour"), "ne correspond pas à son extension"),
                Arguments.of("image.png", svg, "ne correspond pas à son extension"),
                Arguments.of("classeur.docx", SampleOffice.xlsx(), "ne correspond pas à son extension"),
                Arguments.of("vide.pdf", new byte[0], "il est vide"),
                Arguments.of("a".repeat(296) + ".pdf", pdf, "150 caractères"),
                Arguments.of("a\u202Efdp.pdf", pdf, "caractères invisibles"),
                Arguments.of(".pdf", pdf, "commence par un point"),
                Arguments.of("con.pdf", pdf, "réservé"),
                Arguments.of("macros.doc", SampleOffice.docWithMacros(), "macros"),
                Arguments.of(
                        "macros.docx",
                        SampleOffice.docx(Map.of("word/vbaProject.bin", SampleOffice.docWithMacros())),
                        "macros"),
                Arguments.of("secret.pdf", SamplePdf.encrypted("owner", "user"), "protégé par un mot de passe"),
                Arguments.of("secret.docx", SampleOffice.encryptedPackage(), "protégé par un mot de passe"),
                Arguments.of("script.pdf", SamplePdf.with(SamplePdf::openScript), "JavaScript"),
                Arguments.of(
                        "bombe.docx", SampleOffice.docx(Map.of("word/bomb.xml", new byte[20 * 1024 * 1024])), "refusé"),
                Arguments.of("bombe.pdf", PdfBomb.make(64 * 1024 * 1024), "refusé"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    @DisplayName("PART-09 what the rules refuse is answered with a sentence in French, and nothing is kept")
    void refused(String name, byte[] content, String why) {
        long before = rows.count("select count(*) from stored_file");
        Browser.Page answer = form.upload(name, content);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(WebForm.text(answer, "message"))
                .contains(why)
                .contains("refusé")
                .doesNotContain("Exception");
        assertThat(rows.count("select count(*) from stored_file")).isEqualTo(before);
    }

    @Test
    @DisplayName("PART-09 five megabytes are taken, one byte more is too much, and so is what the server never reads")
    void tooLarge() {
        assertThat(form.upload("juste.csv", csv(MOST)).status()).isEqualTo(201);
        Browser.Page answer = form.upload("trop.csv", csv(MOST + 1));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(WebForm.text(answer, "message")).contains("taille maximale de 5\u00a0Mo");
        Browser.Page enormous = form.upload("enorme.csv", csv(14 * 1024 * 1024));
        assertThat(enormous.status()).isEqualTo(413);
        assertThat(WebForm.text(enormous, "message")).contains("volumineux");
    }

    @Test
    @DisplayName("COMM-07 a path in a name is no path: the last part alone is kept")
    void path() {
        assertThat(WebForm.text(form.upload("../../x.pdf", SamplePdf.plain()), "name"))
                .isEqualTo("x.pdf");
        assertThat(WebForm.text(form.upload("C:\\\\temp\\\\y.docx", SampleOffice.docx()), "name"))
                .isEqualTo("y.docx");
    }

    @Test
    @DisplayName("PART-09 eight files are taken, the ninth is refused, after one is deleted there is room again")
    void ninth() {
        List<UUID> ids = IntStream.range(0, 8)
                .mapToObj(i -> WebForm.id(form.upload(i + ".csv", csv(10 + i))))
                .toList();
        Browser.Page ninth = form.upload("9.csv", csv(100));
        assertThat(ninth.status()).isEqualTo(422);
        assertThat(WebForm.text(ninth, "message")).contains("limité à 8");
        assertThat(browser.delete(form.uploadUrl() + "/" + ids.get(0)).status()).isEqualTo(204);
        assertThat(browser.delete(form.uploadUrl() + "/" + ids.get(0)).status()).isEqualTo(404);
        assertThat(form.upload("9.csv", csv(100)).status()).isEqualTo(201);
        assertThat(form.upload("10.csv", csv(100)).status()).isEqualTo(422);
    }

    @Test
    @DisplayName("PART-09 a form that comes back with mistakes still shows its files")
    void keptWithMistakes() {
        UUID id = WebForm.id(form.upload("a.pdf", SamplePdf.plain()));
        Browser.Page back = form.send(Map.of(), id);
        assertThat(back.status()).isEqualTo(422);
        assertThat(new WebForm(browser, back).files()).singleElement().satisfies(file -> assertThat(file)
                .containsEntry("id", id.toString())
                .containsEntry("name", "a.pdf"));
    }

    @Test
    @DisplayName("PART-22 nobody else reads or deletes a file that is being typed with")
    void somebodyElse() {
        String file = form.uploadUrl() + "/" + WebForm.id(form.upload("a.pdf", SamplePdf.plain()));
        for (Desk other : List.of(
                world.colleague(desk, Member.Role.TECHNICIAN),
                world.colleague(desk, Member.Role.MANAGER),
                world.desk("331"))) {
            Browser stranger = world.browser(other, port);
            stranger.get(Paths.HOME);
            stranger.get(Paths.REQUESTS);
            assertThat(stranger.get(file + "/apercu").status()).isEqualTo(404);
            assertThat(stranger.get(file + "/telechargement").status()).isEqualTo(404);
            assertThat(stranger.delete(file).status()).isEqualTo(404);
        }
        assertThat(browser.get(file + "/apercu").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("PART-22 another form's key, or another file's id, finds nothing")
    void otherBucket() {
        UUID id = WebForm.id(form.upload("a.pdf", SamplePdf.plain()));
        WebForm second = WebForm.deposit(browser, REVIEW);
        for (String path : List.of(
                second.uploadUrl() + "/" + id, form.uploadUrl() + "/" + UUID.randomUUID(), form.uploadUrl() + "/1")) {
            assertThat(browser.get(path + "/apercu").status()).as(path).isIn(400, 404);
            assertThat(browser.get(path + "/telechargement").status()).isIn(400, 404);
            assertThat(browser.delete(path).status()).isIn(400, 404);
        }
        Browser.Page bound = second.send(world.answers(REVIEW), id);
        assertThat(bound.status()).isEqualTo(422);
        assertThat(rows.count("select count(*) from stored_file where id = ? and request_id is null", id))
                .isOne();
    }

    @Test
    @DisplayName("COMM-07 a preview has no rights: its own policy, sandboxed, never sniffed, kept by no browser")
    void previewHeaders() {
        String file = form.uploadUrl() + "/" + WebForm.id(form.upload("Été 2026.pdf", SamplePdf.plain()));
        Browser.Page preview = browser.get(file + "/apercu");
        assertThat(preview.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("sandbox")
                .doesNotContain("allow-scripts", "allow-same-origin");
        assertThat(preview.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(preview.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(preview.header("Content-Disposition")).startsWith("inline");
        assertThat(preview.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(preview.header("Cache-Control")).contains("no-store");
    }

    @Test
    @DisplayName("COMM-07 a download is always an attachment with its original name, accents and all")
    void downloadHeaders() {
        String file = form.uploadUrl() + "/" + WebForm.id(form.upload("Été 2026.csv", csv(20)));
        Browser.Page download = browser.get(file + "/telechargement");
        assertThat(download.header("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''%C3%89t%C3%A9%202026.csv");
        assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(download.header("Content-Security-Policy")).contains("sandbox");
        assertThat(browser.get(file + "/apercu").header("Content-Type")).startsWith("text/plain");
    }

    @Test
    @DisplayName("COMM-07 a post without a file, or broken in any way, is refused in French")
    void broken() {
        String url = form.uploadUrl();
        String multipart = "multipart/form-data; boundary=b";
        String part = "--b\r\nContent-Disposition: form-data; name=\"";
        Map<String, String> bodies = Map.of(
                "another part", part + "autre\"\r\n\r\nx\r\n--b--\r\n",
                "no part", "--b--\r\n",
                "cut", part + "file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF",
                "garbage", "garbage",
                "empty", "",
                "no name", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n");
        bodies.forEach((what, body) -> assertRefused(
                what, form.script(() -> browser.postBody(url, multipart, body.getBytes(StandardCharsets.UTF_8)))));
        assertRefused("no boundary", form.script(() -> browser.postBody(url, "multipart/form-data", new byte[9])));
        assertRefused("no multipart", form.script(() -> browser.postBody(url, "application/pdf", SamplePdf.plain())));
        String many = (part + "p\"\r\n\r\nx\r\n").repeat(200) + "--b--\r\n";
        assertRefused(
                "many parts",
                form.script(() -> browser.postBody(url, multipart, many.getBytes(StandardCharsets.UTF_8))));
    }

    private static void assertRefused(String what, Browser.Page answer) {
        assertThat(answer.status()).as(what).isBetween(400, 499);
        assertThat(WebForm.text(answer, "message")).as(what).isNotBlank().containsPattern("[a-z]");
    }

    @Test
    @DisplayName("PART-09 once sent, a file's name remains and its content is out of the partner's reach")
    void afterSubmission() {
        UUID id = WebForm.id(form.upload("preuve.pdf", SamplePdf.plain()));
        String number = form.send(world.answers(REVIEW), id).location().replaceAll("\\D", "");
        Browser.Page detail = browser.get(Paths.request(number));
        assertThat(detail.text()).contains("preuve.pdf");
        assertThat(detail.body()).doesNotContain(id.toString());
        String file = form.uploadUrl() + "/" + id;
        for (String path : List.of(
                file + "/apercu",
                file + "/telechargement",
                Paths.request(number) + "/fichiers/" + id,
                Paths.request(number) + "/completer/fichiers/" + form.submission() + "/" + id + "/telechargement")) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(browser.delete(file).status()).isEqualTo(404);
        assertThat(rows.count("select count(*) from stored_file where id = ?", id))
                .isOne();
        Browser.Page again = WebForm.deposit(browser, REVIEW).send(world.answers(REVIEW), id);
        assertThat(again.status()).as("one file in two requests").isEqualTo(422);
    }

    private static byte[] csv(int size) {
        return SampleOffice.ascii("a".repeat(size - 1) + "\n");
    }
}
