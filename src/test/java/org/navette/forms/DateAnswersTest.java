package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.navette.forms.FormsFixture.check;
import static org.navette.forms.FormsFixture.form;
import static org.navette.forms.FormsFixture.problem;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A date answer")
class DateAnswersTest {

    private static final Form BIRTH = form("{'type':'datetime','subtype':'date','dateLabel':'Naissance','key':'x',"
            + "'properties':{'min':'1900-01-01','max':'today'}}");
    private static final Form TIME = form("{'type':'datetime','subtype':'time','key':'x'}");
    private static final Form BOTH = form("{'type':'datetime','subtype':'datetime','key':'x'}");

    @ParameterizedTest
    @CsvSource({
        "1900-01-01, ''",
        "1899-12-31, La date ne peut pas être antérieure au 01/01/1900.",
        "2026-05-15, ''",
        "2026-05-16, La date ne peut pas être dans le futur.",
        "2024-02-29, ''",
        "2023-02-29, Cette date n'existe pas.",
        "2023-13-01, Cette date n'existe pas.",
        "31/02/1980, Cette date n'existe pas.",
        "12/1980, Saisissez la date sous la forme jj/mm/aaaa.",
        "hier, Saisissez la date sous la forme jj/mm/aaaa.",
        "1980-05-01T00:00, Saisissez la date sous la forme jj/mm/aaaa.",
        "+12026-01-01, Saisissez la date sous la forme jj/mm/aaaa.",
    })
    @DisplayName("PART-08 exists, is not in the future in Paris, and not before 1900")
    void birthDate(String typed, String message) {
        assertThat(problem(BIRTH, typed)).isEqualTo(message);
    }

    @Test
    @DisplayName("PART-08 typed as jj/mm/aaaa is stored in ISO")
    void typed() {
        assertThat(check(BIRTH, Map.of("x", " 5/3/1980 "))).containsEntry("x", "1980-03-05");
    }

    @ParameterizedTest
    @CsvSource({
        "max, today-18y, 2008-05-15, ''",
        "max, today-18y, 2008-05-16, La date ne peut pas être postérieure au 15/05/2008.",
        "min, today-18y, 2008-05-15, ''",
        "min, today-18y, 2008-05-14, La date ne peut pas être antérieure au 15/05/2008.",
        "max, today-0y, 2026-05-16, La date ne peut pas être dans le futur.",
        "min, today-120y, 1906-05-15, ''",
    })
    @DisplayName("PROC-08 keeps within a bound that is some years ago")
    void yearsAgo(String bound, String value, String typed, String message) {
        Form form =
                form("{'type':'datetime','subtype':'date','key':'x','properties':{'" + bound + "':'" + value + "'}}");

        assertThat(problem(form, typed)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"today-18", "today-y", "today+1y", "today-1000y", "today-18m", "Today", "18y", "2026-02-30"})
    @DisplayName("COMM-13 has bounds that can be read, or the form is invalid")
    void unreadableBound(String bound) {
        assertThatExceptionOfType(InvalidForm.class)
                .isThrownBy(() ->
                        form("{'type':'datetime','subtype':'date','key':'x','properties':{'max':'" + bound + "'}}"))
                .withMessageContaining("« min » et « max »");
    }

    @Test
    @DisplayName("out of its range gets the field's own message")
    void ownMessage() {
        Form form = form("{'type':'datetime','subtype':'date','key':'x',"
                + "'properties':{'min':'today','max':'2027-01-01','message':'Entre les deux.'}}");

        assertThat(problem(form, "2026-05-14")).isEqualTo("Entre les deux.");
        assertThat(problem(form, "2027-01-02")).isEqualTo("Entre les deux.");
        assertThat(problem(form, "2026-05-15")).isEmpty();
    }

    @Test
    @DisplayName("says which bound it passes")
    void bounds() {
        Form form = form("{'type':'datetime','key':'x','properties':{'min':'today','max':'2027-01-01'}}");
        Form noPast = form("{'type':'datetime','subtype':'date','key':'x','disallowPassedDates':true}");

        assertThat(problem(form, "2026-05-14")).isEqualTo("La date ne peut pas être dans le passé.");
        assertThat(problem(form, "2027-01-02")).isEqualTo("La date ne peut pas être postérieure au 01/01/2027.");
        assertThat(problem(noPast, "2026-05-14")).isEqualTo("La date ne peut pas être dans le passé.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"16:26", "16:26Z", "16:26+02:00"})
    @DisplayName("can be a time, with or without an offset")
    void times(String time) {
        assertThat(check(TIME, Map.of("x", time))).containsEntry("x", time);
        assertThat(check(BOTH, Map.of("x", "2026-05-14T" + time))).containsEntry("x", "2026-05-14T" + time);
    }

    @Test
    @DisplayName("with an impossible hour or offset is refused")
    void wrongTimes() {
        assertThat(problem(TIME, "25:00")).isEqualTo("Cette heure n'existe pas.");
        assertThat(problem(TIME, "10:00+99:00")).isEqualTo("Cette heure n'existe pas.");
        assertThat(problem(TIME, "midi")).isEqualTo("Saisissez l'heure sous la forme hh:mm.");
        assertThat(problem(BOTH, "2026-02-30T10:00")).isEqualTo("Cette date n'existe pas.");
        for (Object wrong : List.of(20260514, true, List.of("2026-05-14"), "9".repeat(500), "\ud800")) {
            assertThat(problem(BIRTH, wrong)).isEqualTo("Saisissez la date sous la forme jj/mm/aaaa.");
        }
    }

    @Test
    @DisplayName("is read as French people write dates and hours, in Paris")
    void display() {
        assertThat(shown(BIRTH, "1980-03-05")).isEqualTo("05/03/1980");
        assertThat(shown(TIME, "16:26")).isEqualTo("16h26");
        assertThat(shown(BOTH, "2026-05-14T16:26")).isEqualTo("14/05/2026 à 16h26");
        assertThat(shown(BOTH, "2026-05-14T23:30Z")).isEqualTo("15/05/2026 à 01h30");
        assertThat(shown(BIRTH, "jadis")).isEqualTo("jadis");
    }

    private static String shown(Form form, String stored) {
        return FormsFixture.FORMS
                .layout(form, Map.of("x", stored), Map.of())
                .get(0)
                .lines()
                .get(0)
                .texts()
                .get(0);
    }
}
