package org.navette;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Looks at what the application shows and gives away after {@link HostileTexts} were typed. */
final class HarmlessPages implements PageWalk.Look {

    private static final String FORMULA = "=+-@\t\r\n";

    private final Set<String> seen = new HashSet<>();
    private final StringBuilder printed = new StringBuilder();
    private final Set<String> kinds = new HashSet<>();

    @Override
    public List<String> at(Browser browser, String route, Browser.Page page) {
        String type = String.valueOf(page.header("Content-Type"));
        if (page.status() >= 500) {
            return List.of(page.status() + " at " + page.path());
        }
        if (type.startsWith("text/html")) {
            return html(page.body());
        }
        kinds.add(type.split(";")[0]);
        try (InputStream file = browser.stream(page.path())) {
            if (type.startsWith("text/csv")) {
                return csv(file);
            } else if (type.contains("spreadsheet")) {
                return sheet(file);
            } else if (type.startsWith("application/pdf")) {
                return pdf(file);
            } else if (type.contains("json")) {
                new ObjectMapper().readTree(page.body());
            }
            return List.of();
        } catch (JsonProcessingException e) {
            return List.of("no JSON: " + page.path());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What of the hostile texts lives in a page, and what deceives there; what is read is noted. */
    List<String> html(String page) {
        Document document = PageForm.parse(page);
        List<String> wrong = alive(document);
        for (String text : PageForm.allTexts(document)) {
            seen.add(plain(text));
            deceiving(text, wrong);
        }
        return wrong;
    }

    /** What of the hostile texts is more than text in a page. */
    static List<String> alive(Document page) {
        List<String> wrong = new ArrayList<>();
        for (Element element : PageForm.elements(page.getDocumentElement())) {
            String name = element.getTagName();
            boolean script = name.equals("script") && element.getTextContent().contains(HostileTexts.LIVE);
            if (name.startsWith(HostileTexts.LIVE) || script) {
                wrong.add("element " + name);
            }
            IntStream.range(0, element.getAttributes().getLength())
                    .mapToObj(i -> element.getAttributes().item(i))
                    .filter(HarmlessPages::isAlive)
                    .forEach(attribute -> wrong.add("attribute " + attribute.getNodeName() + " of " + name));
        }
        if (PageForm.allTexts(page).stream().anyMatch(text -> text.contains(HostileTexts.EVALUATED))) {
            wrong.add("an expression was evaluated");
        }
        return wrong;
    }

    private static boolean isAlive(Node attribute) {
        String name = attribute.getNodeName().toLowerCase(Locale.ROOT);
        String value = attribute.getNodeValue().strip().toLowerCase(Locale.ROOT);
        boolean link = Set.of("href", "src", "action", "formaction").contains(name) && value.startsWith("javascript:");
        return name.startsWith("on") || name.startsWith(HostileTexts.LIVE) || link;
    }

    private static void deceiving(String text, List<String> wrong) {
        text.codePoints()
                .filter(HostileTexts::isDeceiving)
                .findFirst()
                .ifPresent(c -> wrong.add("shows U+%04X".formatted(c)));
    }

    private List<String> csv(InputStream file) throws IOException {
        List<String> wrong = new ArrayList<>();
        var format = CSVFormat.Builder.create().setDelimiter(';').get();
        try (var parser = CSVParser.parse(new InputStreamReader(file, StandardCharsets.UTF_8), format)) {
            for (CSVRecord row : parser) {
                row.forEach(cell -> cell(cell, wrong));
            }
        }
        return wrong;
    }

    private List<String> sheet(InputStream file) {
        List<String> wrong = new ArrayList<>();
        SheetFile.read(file).rows().stream()
                .flatMap(List::stream)
                .filter(String.class::isInstance)
                .forEach(cell -> cell((String) cell, wrong));
        return wrong;
    }

    private void cell(String cell, List<String> wrong) {
        seen.add(plain(cell));
        deceiving(cell, wrong);
        if (!cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0) {
            wrong.add("a cell begins with " + cell.substring(0, Math.min(12, cell.length())));
        }
    }

    /** What is wrong with a printed file; what stands in it is noted. */
    List<String> pdf(InputStream file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.readAllBytes())) {
            String text = new PDFTextStripper().getText(document);
            printed.append(unspaced(text));
            return text.contains(HostileTexts.EVALUATED) ? List.of("an expression was evaluated") : List.of();
        }
    }

    /** Takes what was read elsewhere for read here. */
    void add(HarmlessPages others) {
        seen.addAll(others.seen);
    }

    /** The hostile texts that somebody read somewhere. */
    List<String> shown() {
        return HostileTexts.CURIOUS.stream()
                .filter(text -> seen.stream().anyMatch(read -> read.contains(plain(text))))
                .toList();
    }

    /** True when somebody read this text, or found it in a printed file, whose lines end where there is no more room. */
    boolean show(String text) {
        return seen.stream().anyMatch(read -> read.contains(plain(text))) || printed.indexOf(unspaced(text)) >= 0;
    }

    /** The kinds of files that were looked into. */
    Set<String> kinds() {
        return kinds;
    }

    private static String unspaced(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", "");
    }

    /** A text as it is read: no matter which blanks it has. */
    static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u2003]+", " ").strip();
    }
}
