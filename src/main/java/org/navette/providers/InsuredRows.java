package org.navette.providers;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        return find("cnss_number", Set.of(number)).stream().findFirst();
    }

    Optional<Insured> byCni(String cni) {
        return find("cni", Set.of(cni)).stream().findFirst();
    }

    /** Those of the numbers that are known. */
    List<Insured> byCnssNumbers(Collection<String> numbers) {
        return find("cnss_number", numbers);
    }

    /** The N° CNSS of those who have these identity cards, by card. */
    Map<String, String> numbersByCni(Collection<String> cnis) {
        Map<String, String> numbers = new HashMap<>();
        jdbc.sql("select cni, cnss_number from insured where cni = any(?)")
                .param(cnis.toArray(String[]::new))
                .query(row -> {
                    numbers.put(row.getString("cni"), row.getString("cnss_number"));
                });
        return numbers;
    }

    /** With two statements, however many they are. */
    private List<Insured> find(String column, Collection<String> values) {
        List<Head> heads = jdbc.sql("select * from insured where " + column + " = any(?)")
                .param(values.toArray(String[]::new))
                .query((row, index) -> new Head(row.getLong("id"), row.getString("cnss_number"), row.getString("cni")))
                .list();
        Map<Long, List<Insured.Person>> persons =
                persons(heads.stream().map(Head::id).toArray(Long[]::new));
        return heads.stream()
                .map(it -> new Insured(it.id(), it.cnssNumber(), it.cni(), persons.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Insured.Person>> persons(Long[] insured) {
        Map<Long, List<Insured.Person>> persons = new HashMap<>();
        jdbc.sql("select * from insured_person where insured_id = any(?) order by insured_id, rank")
                .param(insured)
                .query(row -> {
                    persons.computeIfAbsent(row.getLong("insured_id"), id -> new ArrayList<>())
                            .add(new Insured.Person(
                                    Insured.Relation.valueOf(row.getString("relation")),
                                    row.getString("last_name"),
                                    row.getString("first_name"),
                                    row.getObject("born_on", LocalDate.class),
                                    row.getObject("rights_from", LocalDate.class),
                                    row.getObject("rights_to", LocalDate.class)));
                });
        return persons;
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
