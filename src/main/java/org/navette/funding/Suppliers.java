package org.navette.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.navette.forms.Json;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The suppliers that have an account. */
@Component
@Transactional(readOnly = true)
public class Suppliers {

    private static final String SELECT =
            "select s.*, a.login from funding_supplier s join account a on a.id = s.account_id where ";

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;
    private final String organism;

    Suppliers(JdbcClient jdbc, Json json, Clock clock, @Value("${navette.funding.organism}") String organism) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.organism = organism;
    }

    /** Code of the organism that the espace files to. */
    public String organism() {
        return organism;
    }

    /** The supplier that somebody signs in for. */
    public Optional<Supplier> ofAccount(UUID account) {
        return jdbc.sql(SELECT + "s.account_id = ?")
                .param(account)
                .query(this::supplier)
                .optional();
    }

    /** The supplier whose requests have this structure. */
    public Optional<Supplier> find(UUID id) {
        return jdbc.sql(SELECT + "s.id = ?").param(id).query(this::supplier).optional();
    }

    /** The supplier with a SIRET. */
    public Optional<Supplier> bySiret(String siret) {
        return jdbc.sql(SELECT + "s.siret = ?")
                .param(siret)
                .query(this::supplier)
                .optional();
    }

    /** The next identifier to sign in with; ranks that are not used are lost. */
    @Transactional(propagation = Propagation.MANDATORY)
    String nextUid() {
        return "FRN%05d"
                .formatted(jdbc.sql("select nextval('funding_supplier_rank')")
                        .query(Long.class)
                        .single());
    }

    /**
     * A place of business.
     *
     * @param line2 empty when there is none
     */
    record Address(String line1, String line2, String postcode, String city) {

        String inOneLine() {
            return Stream.of(line1, line2, postcode + " " + city)
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(", "));
        }
    }

    /** Keeps others from changing what a supplier's account says until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(UUID id) {
        // rows that refer to it can be written meanwhile
        jdbc.sql("select id from funding_supplier where id = ? for no key update")
                .param(id)
                .query(UUID.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void insert(
            UUID id,
            UUID account,
            String siret,
            String name,
            Address address,
            Contact representative,
            @Nullable Contact applicant) {
        jdbc.sql(
                        "insert into funding_supplier (id, account_id, siret, name, line1, line2, postcode, city,"
                                + " representative, applicant, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)")
                .params(
                        id,
                        account,
                        siret,
                        name,
                        address.line1(),
                        address.line2(),
                        address.postcode(),
                        address.city(),
                        json.write(representative),
                        applicant == null ? null : json.write(applicant),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** Gives a supplier other people; the caller holds its row. */
    @Transactional(propagation = Propagation.MANDATORY)
    void change(UUID id, People people) {
        jdbc.sql("update funding_supplier set representative = ?::jsonb, applicant = ?::jsonb where id = ?")
                .params(
                        json.write(people.representative()),
                        people.applicant() == null ? null : json.write(people.applicant()),
                        id)
                .update();
    }

    private Supplier supplier(ResultSet row, int index) throws SQLException {
        String applicant = row.getString("applicant");
        return new Supplier(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("login"),
                row.getString("siret"),
                row.getString("name"),
                new Address(
                                row.getString("line1"),
                                row.getString("line2"),
                                row.getString("postcode"),
                                row.getString("city"))
                        .inOneLine(),
                json.read(row.getString("representative"), Contact.class),
                applicant == null ? null : json.read(applicant, Contact.class),
                organism);
    }
}
