package org.navette.procedures;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often people tried something in the last 24 hours. The caller holds what keeps two tries from counting at once, and
 * must not roll back a try that failed.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Tries {

    private static final Duration DAY = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    Tries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is tried, how often in 24 hours by a person, and how often for a company whoever tries. */
    enum Act {
        BIRTH_DATE(5, 20),
        /** an invitation sent again, counted for the person who receives it */
        REMINDER(5, 200),
        INVITATION(60, 200);

        private final int byPerson;
        private final int forCompany;

        Act(int byPerson, int forCompany) {
            this.byPerson = byPerson;
            this.forCompany = forCompany;
        }
    }

    /** Counts one more try; false, and nothing counted, when there were too many. */
    boolean admit(Act act, UUID account, UUID company) {
        Timestamp now = Timestamp.from(clock.instant());
        Timestamp since = Timestamp.from(clock.instant().minus(DAY));
        jdbc.sql("delete from procedure_try where ctid in (select ctid from procedure_try where at <= ? order by at"
                        + " limit 200 for update skip locked)")
                .param(since)
                .update();
        if (count("account_id", account, act, since) >= act.byPerson
                || count("company_id", company, act, since) >= act.forCompany) {
            return false;
        }
        jdbc.sql("insert into procedure_try (account_id, company_id, act, at) values (?, ?, ?, ?)")
                .params(account, company, act.name(), now)
                .update();
        return true;
    }

    private int count(String column, UUID who, Act act, Timestamp since) {
        return jdbc.sql("select count(*) from procedure_try where " + column + " = ? and act = ? and at > ?")
                .params(who, act.name(), since)
                .query(Integer.class)
                .single();
    }
}
