package org.navette.providers;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Insured persons and their rights, as the CNSS's registers have them. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
public class InsuredRows {

    private final JdbcClient jdbc;

    InsuredRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Head(long id, String cnssNumber, @Nullable String cni) {}

    Optional<Insured> byCnssNumber(String number) {
        return find("cnss_number", number);
    }

    Optional<Insured> byCni(String cni) {
        return find("cni", cni);
    }

    private Optional<Insured> find(String column, String value) {
        return jdbc.sql("select * from insured where " + column + " = ?")
                .param(value)
                .query((row, index) -> new Head(row.getLong("id"), row.getString("cnss_number"), row.getString("cni")))
                .optional()
                .map(head -> new Insured(head.id(), head.cnssNumber(), head.cni(), persons(head.id())));
    }

    private List<Insured.Person> persons(long insured) {
        return jdbc.sql("select * from insured_person where insured_id = ? order by rank")
                .param(insured)
                .query((row, index) -> new Insured.Person(
                        Insured.Relation.valueOf(row.getString("relation")),
                        row.getString("last_name"),
                        row.getString("first_name"),
                        row.getObject("born_on", LocalDate.class),
                        row.getObject("rights_from", LocalDate.class),
                        row.getObject("rights_to", LocalDate.class)))
                .list();
    }

    /** Writes an insured person and their family; what was known of the number before is replaced. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(String cnssNumber, @Nullable String cni, List<Insured.Person> persons) {
        long id = jdbc.sql("insert into insured (cnss_number, cni) values (?, ?) on conflict (cnss_number)"
                        + " do update set cni = excluded.cni returning id")
                .params(cnssNumber, cni)
                .query(Long.class)
                .single();
        jdbc.sql("delete from insured_person where insured_id = ?").param(id).update();
        for (int rank = 0; rank < persons.size(); rank++) {
            Insured.Person it = persons.get(rank);
            jdbc.sql("insert into insured_person (insured_id, rank, relation, last_name, first_name, born_on,"
                            + " rights_from, rights_to) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            rank,
                            it.relation().name(),
                            it.lastName(),
                            it.firstName(),
                            Date.valueOf(it.bornOn()),
                            it.from() == null ? null : Date.valueOf(it.from()),
                            it.to() == null ? null : Date.valueOf(it.to()))
                    .update();
        }
    }
}
