package org.navette.funding;

import java.time.Instant;
import java.util.List;
import org.navette.directory.Couloir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A supplier's enrolments in a list (FUND-07): one for each software, so that they are few. */
@Component
@Transactional(readOnly = true)
public class EnrolmentList {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    EnrolmentList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A line.
     *
     * @param software as the request's subject has it
     * @param profiles that the software was referenced for
     */
    public record Row(
            String number,
            Instant createdAt,
            String statusCode,
            String status,
            String siret,
            String software,
            String profiles,
            Enrolment.Kind kind) {}

    /** The latest 500, latest first. */
    public List<Row> of(Supplier supplier) {
        return jdbc.sql(
                        """
                        select r.number, r.created_at, r.status_code, r.status_label, e.siret, r.subject, e.kind,
                            array_to_string(array(select unnest(s.profiles) order by 1), ', ') as profiles
                        from request r join funding_enrolment e on e.id = r.id
                        left join software s on lower(s.ans_number) = lower(e.ans_number)
                        where r.espace = ? and r.organism_code = ? and r.structure_id = ? and r.phase <> 'CANCELLED'
                        order by r.created_at desc, r.id desc limit ?""")
                .params(Enrolment.ESPACE, supplier.organism(), supplier.id(), MOST)
                .query((row, index) -> new Row(
                        row.getString("number"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("status_code"),
                        row.getString("status_label"),
                        row.getString("siret"),
                        row.getString("subject"),
                        row.getString("profiles") == null ? "" : row.getString("profiles"),
                        Enrolment.Kind.valueOf(row.getString("kind"))))
                .list();
    }

    /** The ANS numbers of the supplier's validated enrolments, in order: requests can be made for these alone. */
    public List<String> validated(Supplier supplier) {
        return jdbc.sql(
                        """
                        select e.ans_number from request r join funding_enrolment e on e.id = r.id
                        where r.espace = ? and r.organism_code = ? and r.structure_id = ? and r.phase = 'RESOLVED'
                        order by lower(e.ans_number) limit ?""")
                .params(Enrolment.ESPACE, supplier.organism(), supplier.id(), MOST)
                .query(String.class)
                .list();
    }

    /** The couloirs of the software of the second wave that the supplier's validated enrolments are for, in order. */
    public List<Couloir> secondWave(Supplier supplier) {
        return jdbc
                .sql(
                        """
                        select distinct s.couloir from request r join funding_enrolment e on e.id = r.id
                        join software s on lower(s.ans_number) = lower(e.ans_number)
                        where r.espace = ? and r.organism_code = ? and r.structure_id = ? and r.phase = 'RESOLVED'
                            and s.wave = 2""")
                .params(Enrolment.ESPACE, supplier.organism(), supplier.id())
                .query(String.class)
                .list()
                .stream()
                .map(Couloir::valueOf)
                .sorted()
                .toList();
    }

    /** The types of the software that the supplier's validated enrolments are for, in order. */
    public List<String> softwareTypes(Supplier supplier) {
        return jdbc.sql(
                        """
                        select distinct s.type from request r join funding_enrolment e on e.id = r.id
                        join software s on lower(s.ans_number) = lower(e.ans_number)
                        where r.espace = ? and r.organism_code = ? and r.structure_id = ? and r.phase = 'RESOLVED'
                        order by s.type limit ?""")
                .params(Enrolment.ESPACE, supplier.organism(), supplier.id(), MOST)
                .query(String.class)
                .list();
    }
}
