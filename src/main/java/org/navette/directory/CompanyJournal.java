package org.navette.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What accepted requests changed in companies. It is also what makes a change happen once: a request that is applied
 * again finds its line here, whatever has been changed since.
 */
@Component
class CompanyJournal {

    private final JdbcClient jdbc;
    private final Clock clock;

    CompanyJournal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Kinds of change; a request makes each of them at most once to a company or one of its establishments. */
    enum Kind {
        COMPANY,
        ESTABLISHMENT,
        CONTACT,
        BILLING_NUMBER,
        LEGAL_REPRESENTATIVES,
        TECHNICAL_REPRESENTATIVES
    }

    /**
     * Notes a change.
     *
     * @param siret of the establishment, empty for the company itself
     * @return false when it is there already: then nothing must be changed
     */
    boolean write(UUID company, String request, Kind kind, String siret, String text) {
        return jdbc.sql(
                                "insert into company_change (company_id, request, kind, siret, at, text)"
                                        + " values (?, ?, ?, ?, ?, ?) on conflict (company_id, request, kind, siret) do nothing")
                        .params(company, request, kind.name(), siret, Timestamp.from(clock.instant()), text)
                        .update()
                == 1;
    }

    List<CompanyChange> of(UUID company) {
        return jdbc.sql("select at, request, text from company_change where company_id = ? order by id")
                .param(company)
                .query((row, index) -> new CompanyChange(
                        row.getTimestamp("at").toInstant(), row.getString("request"), row.getString("text")))
                .list();
    }
}
