package org.navette.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Dates and sizes on pages")
class FormatsTest {

    private final Formats formats = new Formats(Clock.system(ZoneId.of("Europe/Paris")));

    @Test
    @DisplayName("COMM-18 are written jj/mm/aaaa and 16h26, by the clock of Paris in summer and in winter")
    void dates() {
        assertThat(formats.day(LocalDate.of(2026, 2, 3))).isEqualTo("03/02/2026");
        assertThat(formats.moment(Instant.parse("2026-02-02T15:26:59Z"))).isEqualTo("02/02/2026 16h26");
        assertThat(formats.moment(Instant.parse("2026-07-31T22:05:00Z"))).isEqualTo("01/08/2026 00h05");
        assertThat(formats.iso(Instant.parse("2026-07-31T22:05:00Z"))).isEqualTo("2026-08-01T00:05+02:00");
    }

    @Test
    @DisplayName("COMM-18 sizes are written with French units and a decimal comma")
    void sizes() {
        assertThat(formats.size(812)).isEqualTo("812\u00a0o");
        assertThat(formats.size(12_300)).isEqualTo("12\u00a0ko");
        assertThat(formats.size(5_242_880)).isEqualTo("5\u00a0Mo");
        assertThat(formats.size(1_258_291)).isEqualTo("1,2\u00a0Mo");
    }
}
