package org.navette.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.directory.CsvTable.Row;
import org.navette.directory.CsvTable.Unreadable;
import org.navette.directory.CsvTable.Unreadable.Reason;

@DisplayName("PROV-18 A CSV file")
class CsvTableTest {

    private static CsvTable read(String text) throws Unreadable {
        return CsvTable.read(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void refused(byte[] content, Reason reason, long line, Charset... charsets) {
        assertThatThrownBy(() -> CsvTable.read(content, charsets)).isInstanceOfSatisfying(Unreadable.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.line()).isEqualTo(line);
        });
    }

    @Test
    @DisplayName("PROV-18 is read with its mark, quotes, all line ends; lines without text count and are left out")
    void read() throws Unreadable {
        CsvTable table = read("\uFEFF A ;\"B;\"\r\n\r\n1;\"x \"\"y\"\";\nz\"\n;\n 2 ; é \r\n\n");
        assertThat(table.titles()).isEqualTo(new Row(1, List.of("A", "B;")));
        assertThat(table.rows())
                .containsExactly(new Row(3, List.of("1", "x \"y\";\nz")), new Row(6, List.of("2", "é")));
        assertThat(read("\n\nA;B\n1;2").rows()).containsExactly(new Row(4, List.of("1", "2")));
    }

    @Test
    @DisplayName("PROV-18 is read in the first encoding that fits")
    void encodings() throws Unreadable {
        byte[] windows = "Prénom\n…€".getBytes(CsvTable.WINDOWS);
        CsvTable table = CsvTable.read(windows, StandardCharsets.UTF_8, CsvTable.WINDOWS);
        assertThat(table.titles().cells()).containsExactly("Prénom");
        assertThat(table.rows().get(0).cells()).containsExactly("…€");
        refused(windows, Reason.ENCODING, 0, StandardCharsets.UTF_8);
        refused(new byte[] {'A', (byte) 0x81}, Reason.ENCODING, 0, StandardCharsets.UTF_8, CsvTable.WINDOWS);
    }

    @Test
    @DisplayName("PROV-18 without text, or whose quotes do not match, is none")
    void wrong() {
        for (String empty : new String[] {"", "\uFEFF", "\r\n\n", ";;\n \n"}) {
            refused(empty.getBytes(StandardCharsets.UTF_8), Reason.EMPTY, 0, StandardCharsets.UTF_8);
        }
        refused("A\n1\n\"2\n3\n".getBytes(StandardCharsets.UTF_8), Reason.QUOTES, 3, StandardCharsets.UTF_8);
        refused("A\n1\n\"2\"3\n".getBytes(StandardCharsets.UTF_8), Reason.QUOTES, 3, StandardCharsets.UTF_8);
    }
}
