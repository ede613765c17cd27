package org.navette.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

@DisplayName("While the database is away")
class DatabaseAwayTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/partenaires/demandes");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    static Stream<Exception> absences() {
        return Stream.of(
                new CannotCreateTransactionException(
                        "no transaction", new SQLTransientConnectionException("time is up")),
                new ServletException(new DataAccessResourceFailureException("x", new SQLException("broken", "08006"))),
                new IllegalStateException(new SQLException("disk full", "53100")),
                new IllegalStateException(new SQLException("terminated by an operator", "57P01")),
                new IllegalStateException(new SQLException("stood still", "25P03")),
                new IllegalStateException(new SQLException("lock", "55P03")),
                new IllegalStateException(new SQLException("Connection is closed")));
    }

    private void answer(Exception failure) throws Exception {
        new DatabaseAway().doFilter(request, response, (asked, answered) -> {
            if (failure instanceof ServletException servlet) {
                throw servlet;
            }
            throw (RuntimeException) failure;
        });
    }

    @ParameterizedTest
    @MethodSource("absences")
    @DisplayName(
            "COMM-20 people get a calm page in French with 503 and a time to come back, nothing of what was half made")
    void page(Exception absence) throws Exception {
        request.addHeader("Accept", "text/html,*/*;q=0.8");
        response.setHeader("Location", "/ailleurs");
        answer(absence);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
        assertThat(response.getHeader("Location")).isNull();
        assertThat(response.getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(response.getContentAsString())
                .contains("<html lang=\"fr\">", "Service momentanément indisponible")
                .doesNotContain(String.valueOf(absence.getMessage()));
    }

    @Test
    @DisplayName("COMM-20 scripts get a sentence")
    void sentence() throws Exception {
        request.addHeader("Accept", "application/json");
        answer(new IllegalStateException(new SQLException("broken", "08006")));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).startsWith("application/json");
        assertThat(response.getContentAsString()).contains("{\"message\":\"Service momentanément indisponible. ");
    }

    @Test
    @DisplayName("COMM-20 what is no absence, or comes when the answer has begun to leave, is left to others")
    void others() {
        var defect = new IllegalStateException(new SQLException("duplicate key", "23505"));
        assertThatThrownBy(() -> answer(defect)).isSameAs(defect);
        response.setCommitted(true);
        var absence = new IllegalStateException(new SQLException("broken", "08006"));
        assertThatThrownBy(() -> answer(absence)).isSameAs(absence);
    }
}
