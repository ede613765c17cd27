package org.navette.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("PROC-16 A CSV file")
class CsvFileTest {

    @Test
    @DisplayName("begins with the mark of UTF-8 and its titles, separates by semicolons, quotes every text")
    void format() throws Exception {
        assertThat(written("L'Haÿ « 1 »", "a;b", "x\"y"))
                .isEqualTo("\ufeff\"Un\";\"Deux\";\"Trois\"\r\n\"L'Haÿ « 1 »\";\"a;b\";\"x\"\"y\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33", "-2", "@SUM(A1)", "\tx", "\n=1", "\0=1", "\uff1d1+1", "\uff20x"})
    @DisplayName("holds no text that a spreadsheet program would run")
    void noFormula(String typed) throws Exception {
        assertThat(written(typed, "", "b")).contains("\"'" + typed + "\";\"\";\"b\"");
    }

    @Test
    @DisplayName("PROC-16 that breaks off is not ended, so that it never looks whole")
    void brokenOff() {
        var closed = new AtomicBoolean();
        var text = new StringWriter() {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        assertThatThrownBy(() -> CsvFile.write(text, List.of("Un"), file -> {
                    throw new IllegalStateException("half-way");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(closed).isFalse();
    }

    private static String written(String... cells) throws Exception {
        var text = new StringWriter();
        CsvFile.write(text, List.of("Un", "Deux", "Trois"), file -> file.row(List.of(cells)));
        return text.toString();
    }
}
