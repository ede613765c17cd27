package org.navette.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reference table of the ANS: the software that can be funded. */
@Component
@Transactional(readOnly = true)
public class Softwares {

    private final JdbcClient jdbc;

    Softwares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ansNumber in any case; surrounding spaces do not count */
    public Optional<Software> find(String ansNumber) {
        return jdbc.sql("select * from software where lower(ans_number) = lower(?)")
                .param(ansNumber.strip())
                .query(Softwares::software)
                .optional();
    }

    /** Those of the numbers that the table has, by number. */
    public List<Software> findAll(Collection<String> ansNumbers) {
        return jdbc.sql("select * from software where lower(ans_number) = any(?) order by ans_number")
                .param(ansNumbers.stream()
                        .map(number -> number.strip().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new))
                .query(Softwares::software)
                .list();
    }

    private static Software software(ResultSet row, int index) throws SQLException {
        return new Software(
                row.getString("ans_number"),
                row.getString("name"),
                row.getString("type"),
                Couloir.valueOf(row.getString("couloir")),
                row.getString("dsr"),
                row.getInt("wave"),
                Set.of((String[]) row.getArray("profiles").getArray()),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("deadline", LocalDate.class));
    }
}
