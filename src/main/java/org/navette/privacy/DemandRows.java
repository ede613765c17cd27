package org.navette.privacy;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.privacy.Demand.Done;
import org.navette.privacy.Demand.Kind;
import org.navette.retention.Sought;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What persons ask for, as rows; who writes holds the row of the register. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class DemandRows {

    private static final String ALL = "select p.*, r.number, r.status_label, r.created_at from person_request p"
            + " join request r on r.id = p.id ";

    private final JdbcClient jdbc;
    private final Clock clock;

    DemandRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(
            long id, Kind kind, @Nullable UUID account, @Nullable Sought sought, @Nullable String email, String by) {
        jdbc.sql("insert into person_request (id, kind, account_id, last_name, first_name, born_on, email,"
                        + " opened_by) values (:id, :kind, :account, :last, :first, :born, :email, :by)")
                .param("id", id)
                .param("kind", kind.name())
                .param("account", account)
                .param("last", sought == null ? null : sought.lastName())
                .param("first", sought == null ? null : sought.firstName())
                .param("born", sought == null || sought.bornOn() == null ? null : Date.valueOf(sought.bornOn()))
                .param("email", email)
                .param("by", by)
                .update();
    }

    Demand get(String number) {
        return jdbc.sql(ALL + "where r.number = ?")
                .param(number)
                .query(DemandRows::demand)
                .single();
    }

    Optional<Demand> find(String number) {
        return jdbc.sql(ALL + "where r.number = ?")
                .param(number)
                .query(DemandRows::demand)
                .optional();
    }

    /** The latest ones. */
    List<Demand> latest(int most) {
        return jdbc.sql(ALL + "order by p.id desc limit ?")
                .param(most)
                .query(DemandRows::demand)
                .list();
    }

    /** One of the same kind about the same person that is not done yet. */
    Optional<Demand> open(Kind kind, @Nullable UUID account, @Nullable Sought sought) {
        return jdbc
                .sql(ALL + "where p.kind = ? and p.done_at is null and r.phase not in ('CLOSED', 'CANCELLED')"
                        + " order by p.id")
                .param(kind.name())
                .query(DemandRows::demand)
                .list()
                .stream()
                .filter(demand -> account == null ? demand.account() == null : account.equals(demand.account()))
                .filter(demand -> sought == null ? demand.sought() == null : sought.equals(demand.sought()))
                .findFirst();
    }

    /** Who opens a demand is alone with it until the transaction ends: two clicks are one demand. */
    void alone() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('person_request', 0))")
                .query((row, n) -> 1)
                .list();
    }

    void decide(long id, boolean accepted, String identity, @Nullable String reason) {
        jdbc.sql("update person_request set decision = ?, identity = ?, reason = ? where id = ?")
                .params(accepted ? "ACCEPTED" : "REFUSED", identity, reason, id)
                .update();
    }

    void work(long id, long reached, Done done) {
        jdbc.sql("update person_request set reached = ?, requests = ?, files = ?, accounts = ?, kept = ? where id = ?")
                .params(reached, done.requests(), done.files(), done.accounts(), done.kept(), id)
                .update();
    }

    /** Who was sought is known no longer than it takes. */
    void done(long id) {
        jdbc.sql("update person_request set last_name = null, first_name = null, born_on = null, done_at = ?"
                        + " where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /** Nothing is left to be told. */
    void forgetAddress(long id) {
        jdbc.sql("update person_request set email = null where id = ? and email is not null")
                .param(id)
                .update();
    }

    /** Why it was refused, if it was. */
    Optional<String> reason(long id) {
        return jdbc.sql("select reason from person_request where id = ? and reason is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** What stays of those whose time is over: counts. */
    void forget(Collection<Long> ids) {
        jdbc.sql("update person_request set account_id = null, reason = null, last_name = null, first_name = null,"
                        + " born_on = null, email = null where id in (:ids)")
                .param("ids", ids)
                .update();
    }

    private static Demand demand(ResultSet row, int index) throws SQLException {
        Date born = row.getDate("born_on");
        String last = row.getString("last_name");
        Timestamp done = row.getTimestamp("done_at");
        return new Demand(
                row.getLong("id"),
                row.getString("number"),
                row.getString("status_label"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("account_id", UUID.class),
                last == null
                        ? null
                        : new Sought(last, row.getString("first_name"), born == null ? null : born.toLocalDate()),
                row.getString("email"),
                row.getString("opened_by"),
                row.getTimestamp("created_at").toInstant(),
                "ACCEPTED".equals(row.getString("decision")),
                row.getLong("reached"),
                new Done(row.getInt("requests"), row.getInt("files"), row.getInt("accounts"), row.getInt("kept")),
                done == null ? null : done.toInstant());
    }
}
