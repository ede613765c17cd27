package org.navette.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

@DisplayName("Settings at the start")
class SettingsAtStartTest {

    private static Limits limits(int file, int request, int swallowed, int heap, int pool, int nodes, int lock) {
        return new Limits(
                DataSize.ofMegabytes(file),
                DataSize.ofMegabytes(request),
                DataSize.ofMegabytes(swallowed),
                DataSize.ofMegabytes(heap),
                pool,
                nodes,
                97,
                Duration.ofSeconds(30),
                Duration.ofSeconds(lock));
    }

    @Test
    @DisplayName("COMM-15 limits that agree are not spoken of")
    void agree() {
        assertThat(limits(12, 13, 64, 240, 48, 2, 31).disagreements()).isEmpty();
        assertThat(limits(12, 13, -1, 240, 48, 2, 31).disagreements()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "14, 13, 64, 512, 20, 2, 60, spring.servlet.multipart.max-request-size",
        "-1, 13, 64, 512, 20, 2, 60, spring.servlet.multipart.max-file-size",
        "12, 65, 64, 512, 20, 2, 60, server.tomcat.max-swallow-size",
        "12, 13, 64, 239, 20, 2, 60, -Xmx",
        "12, 13, 64, 512, 49, 2, 60, max_connections",
        "12, 13, 64, 512, 20, 2, 30, lock-time-in-millis"
    })
    @DisplayName("COMM-15 each limit that disagrees with another is told in a sentence with the setting to change")
    void disagree(int file, int request, int swallowed, int heap, int pool, int nodes, int lock, String setting) {
        assertThat(limits(file, request, swallowed, heap, pool, nodes, lock).disagreements())
                .singleElement()
                .asString()
                .contains(setting)
                .endsWith(".");
    }

    @Test
    @DisplayName("COMM-15 secrets that nobody can guess are not spoken of")
    void fit() {
        assertThat(new Secrets("navette", "v7kq-2mzh", "", "", "https://navette.example").weaknesses())
                .isEmpty();
        assertThat(new Secrets("navette", "v7kq-2mzh", "0123456789abcdefghij", "une phrase", "http://localhost:8080")
                        .weaknesses())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', https://n.example, spring.datasource.password",
        "navette_app, '', '', https://n.example, spring.datasource.password",
        "changeme, '', '', https://n.example, spring.datasource.password",
        "v7kq-2mzh, navette-de-demonstration, '', https://n.example, navette.operations.token",
        "v7kq-2mzh, short, '', https://n.example, navette.operations.token",
        "v7kq-2mzh, '', navette de demonstration, https://n.example, navette.admin.password",
        "v7kq-2mzh, '', '', http://navette.example, https",
        "v7kq-2mzh, '', '', 'https://navette .example', https"
    })
    @DisplayName("COMM-15 a secret that is empty, known or short is told in a sentence, and is not in it")
    void guessable(String database, String token, String administrator, String url, String told) {
        assertThat(new Secrets("navette_app", database, token, administrator, url).weaknesses())
                .singleElement()
                .asString()
                .contains(told)
                .endsWith(".");
    }

    @Test
    @DisplayName("COMM-15 what is unfit is told as a list instead of a stack trace")
    void told() {
        var analysis = new UnfitSettings.Analyzer().analyze(new UnfitSettings(List.of("One thing.", "Another.")));
        assertThat(analysis.getAction()).isEqualTo("- One thing.\n- Another.");
    }
}
