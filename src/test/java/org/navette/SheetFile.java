package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The only sheet of an Excel file, as a program reads it: texts, numbers, days as numbers; formulas fail. */
public final class SheetFile {

    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

    private final List<List<Object>> rows = new ArrayList<>();

    private SheetFile(Document sheet) {
        assertThat(sheet.getElementsByTagName("f").getLength()).as("formulas").isZero();
        NodeList found = sheet.getElementsByTagName("row");
        for (int i = 0; i < found.getLength(); i++) {
            rows.add(row((Element) found.item(i)));
        }
    }

    /** Reads a file to its end. */
    public static SheetFile read(InputStream file) {
        try {
            Path copy = Files.createTempFile("sheet", ".xlsx");
            try (file) {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                return read(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    private static SheetFile read(Path file) throws IOException, SAXException, ParserConfigurationException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new SheetFile(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(sheet));
        }
    }

    private static List<Object> row(Element row) {
        List<Object> cells = new ArrayList<>();
        NodeList found = row.getElementsByTagName("c");
        for (int i = 0; i < found.getLength(); i++) {
            Element cell = (Element) found.item(i);
            int column = cell.getAttribute("r").charAt(0) - 'A';
            while (cells.size() < column) {
                cells.add("");
            }
            boolean text = cell.getAttribute("t").equals("inlineStr");
            String content = cell.getTextContent();
            cells.add(text || content.isEmpty() ? content : new BigDecimal(content));
        }
        return cells;
    }

    /** The first row. */
    public List<Object> titles() {
        return rows.get(0);
    }

    /** The rows below the titles. */
    public List<List<Object>> rows() {
        return rows.subList(1, rows.size());
    }

    /** A column, from 0. */
    public List<Object> column(int number) {
        return rows().stream()
                .map(row -> number < row.size() ? row.get(number) : "")
                .toList();
    }

    /** The day that a cell means; null when it is none. */
    public static @Nullable LocalDate day(Object cell) {
        return cell instanceof BigDecimal days ? ZERO.plusDays(days.longValueExact()) : null;
    }
}
