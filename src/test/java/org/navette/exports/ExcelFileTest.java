package org.navette.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.navette.LibreOffice;
import org.springframework.mock.web.MockHttpServletResponse;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@DisplayName("PROV-09 An Excel file")
class ExcelFileTest {

    private static final List<String> TITLES =
            List.of("Bénéficiaire", "Date de réception", "Montant accordé (DH)", "Rang");
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    Path folder;

    @Test
    @DisplayName("is an answer with its name and type, which nobody keeps")
    void answer() throws Exception {
        var response = new MockHttpServletResponse();
        ExcelFile.write(
                response, "pec.xlsx", "Prises en charge", TITLES, file -> file.row(row("Zoé", null, null, null)));
        assertThat(response.getContentType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"pec.xlsx\"");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(parts(response.getContentAsByteArray()).get("xl/workbook.xml"))
                .contains("name=\"Prises en charge\"");
    }

    @Test
    @DisplayName("has dates that are dates, amounts that are numbers with two decimals, and empty cells")
    void types() throws Exception {
        Map<String, String> parts = parts(written(
                row("L'Haÿ <1>", LocalDate.of(2026, 4, 20), new BigDecimal("1074.90"), 7), row("b", null, null, null)));
        Document sheet = xml(parts.get(SHEET));
        assertThat(cell(sheet, "A2").getAttribute("t")).isEqualTo("inlineStr");
        assertThat(cell(sheet, "A2").getTextContent()).isEqualTo("L'Haÿ <1>");
        // days since the end of 1899, as Excel counts them
        assertThat(Double.parseDouble(cell(sheet, "B2").getTextContent())).isEqualTo(46132);
        assertThat(format(parts, cell(sheet, "B2"))).isEqualTo("dd/mm/yyyy");
        assertThat(cell(sheet, "C2").getAttribute("t")).isEqualTo("n");
        assertThat(new BigDecimal(cell(sheet, "C2").getTextContent())).isEqualByComparingTo("1074.90");
        assertThat(format(parts, cell(sheet, "C2"))).isIn("#,##0.00", "built-in 4");
        assertThat(cell(sheet, "D2").getTextContent()).isEqualTo("7");
        assertThat(cells(sheet).keySet()).contains("A3").doesNotContain("B3", "C3", "D3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33", "-2", "@SUM(A1)", "\tx"})
    @DisplayName("holds no text that a spreadsheet program would run")
    void noFormula(String typed) throws Exception {
        Document sheet = xml(parts(written(row(typed, null, null, null))).get(SHEET));
        assertThat(cell(sheet, "A2").getTextContent()).isEqualTo("'" + typed);
        assertThat(cell(sheet, "A2").getAttribute("t")).isEqualTo("inlineStr");
        assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
    }

    @Test
    @DisplayName("has bold titles that stay in sight and filter all rows, and columns wide enough")
    void titles() throws Exception {
        Map<String, String> parts = parts(written(row("x".repeat(200), null, null, null), row("b", null, null, null)));
        Document sheet = xml(parts.get(SHEET));
        assertThat(TITLES).first().isEqualTo(cell(sheet, "A1").getTextContent());
        assertThat(parts.get("xl/styles.xml")).contains("<b");
        assertThat(cell(sheet, "A1").getAttribute("s")).isNotEmpty();
        assertThat(parts.get(SHEET))
                .contains("ySplit=\"1\"", "state=\"frozen\"", "<autoFilter ref=\"A1:D3\"")
                .contains("<col min=\"1\" max=\"1\" width=\"50.0\"", "<col min=\"4\" max=\"4\" width=\"14.0\"");
    }

    @Test
    @DisplayName("without rows still has its titles")
    void empty() throws Exception {
        Map<String, String> parts = parts(written());
        assertThat(cells(xml(parts.get(SHEET)))).hasSize(4);
        assertThat(parts.get(SHEET)).contains("<autoFilter ref=\"A1:D1\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {498, 499, 500, 501, 1000})
    @DisplayName("has every row, whatever parts it is written in")
    void everyRow(int count) throws Exception {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row("n" + i, null, null, i));
        }
        Map<String, Element> cells = cells(xml(parts(written(rows)).get(SHEET)));
        assertThat(cells).hasSize(4 + 2 * count);
        assertThat(cells.get("A" + (count + 1)).getTextContent()).isEqualTo("n" + (count - 1));
    }

    @Test
    @DisplayName("leaves while it is written: a hundred thousand rows do not wait in memory")
    void streams() {
        var out = new Counting();
        List<Long> arrived = new ArrayList<>();
        ExcelFile.write(out, "Essai", TITLES, file -> {
            for (int i = 0; i < 100_000; i++) {
                file.row(row(
                        "Bénéficiaire " + i * 31L, LocalDate.EPOCH.plusDays(i % 20_000), BigDecimal.valueOf(i, 2), i));
                if (i % 20_000 == 10_000) {
                    arrived.add(out.count);
                }
            }
        });
        assertThat(arrived.get(0)).isPositive();
        assertThat(arrived).isSorted().doesNotHaveDuplicates();
        // nothing is kept for the end: the last part and the tables of styles
        assertThat(arrived.get(4)).isGreaterThan(out.count * 8 / 10);
    }

    @Test
    @DisplayName("refuses a cell that it would have to guess how to write")
    void unknownType() {
        assertThatThrownBy(() -> ExcelFile.write(
                        OutputStream.nullOutputStream(), "Essai", TITLES, file -> file.row(List.of(Instant.EPOCH))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("is read by a spreadsheet program with its types, and nothing runs")
    void opened() throws Exception {
        assumeTrue(LibreOffice.installed(), "no LibreOffice on the path");
        Path file = folder.resolve("export.xlsx");
        Files.write(
                file,
                written(
                        row("=1+1", LocalDate.of(2026, 4, 20), new BigDecimal("1074.99"), 7),
                        row("Haÿ", null, null, null)));
        assertThat(LibreOffice.open(file))
                .contains("office:date-value=\"2026-04-20\"", "office:value=\"1074.99\"", "20/04/2026", "=1+1", "Haÿ")
                .doesNotContain("table:formula", "<text:p>2</text:p>");
    }

    @SafeVarargs
    private static byte[] written(List<@Nullable Object>... rows) {
        return written(List.of(rows));
    }

    private static byte[] written(List<List<@Nullable Object>> rows) {
        var out = new ByteArrayOutputStream();
        ExcelFile.write(out, "Essai", TITLES, file -> rows.forEach(file::row));
        return out.toByteArray();
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private Map<String, String> parts(byte[] file) throws Exception {
        Map<String, String> parts = new HashMap<>();
        Path written = Files.write(folder.resolve("parts.xlsx"), file);
        // by the list at its end, as spreadsheet programs read it
        try (var zip = new ZipFile(written.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static Document xml(String part) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Element> cells(Document sheet) {
        Map<String, Element> cells = new HashMap<>();
        var all = sheet.getElementsByTagName("c");
        for (int i = 0; i < all.getLength(); i++) {
            var cell = (Element) all.item(i);
            cells.put(cell.getAttribute("r"), cell);
        }
        return cells;
    }

    private static Element cell(Document sheet, String place) {
        return cells(sheet).get(place);
    }

    /** The number format of a cell: its own, or the number of a built-in one. */
    private static String format(Map<String, String> parts, Element cell) throws Exception {
        Document styles = xml(parts.get("xl/styles.xml"));
        var formats = (Element) styles.getElementsByTagName("cellXfs").item(0);
        var style = (Element) formats.getElementsByTagName("xf").item(Integer.parseInt(cell.getAttribute("s")));
        String id = style.getAttribute("numFmtId");
        var own = styles.getElementsByTagName("numFmt");
        for (int i = 0; i < own.getLength(); i++) {
            var format = (Element) own.item(i);
            if (format.getAttribute("numFmtId").equals(id)) {
                return format.getAttribute("formatCode");
            }
        }
        return "built-in " + id;
    }

    private static final class Counting extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
