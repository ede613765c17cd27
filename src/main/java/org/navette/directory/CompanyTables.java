package org.navette.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of companies: reading them, and writing what requests change. */
@Component
class CompanyTables {

    private final JdbcClient jdbc;

    CompanyTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> companyOf(String siret) {
        return jdbc.sql("select company_id from establishment where siret = ?")
                .param(siret)
                .query(UUID.class)
                .optional();
    }

    Optional<UUID> bySiren(String siren) {
        return jdbc.sql("select id from company where siren = ?")
                .param(siren)
                .query(UUID.class)
                .optional();
    }

    Optional<String> siretOfBillingNumber(String number) {
        return jdbc.sql("select siret from establishment where billing_number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }

    Optional<Company> find(UUID id) {
        // first this row, then those below it: a query within a query would hold two connections
        return jdbc.sql("select siren, name from company where id = ?")
                .param(id)
                .query((row, index) -> Map.entry(row.getString("siren"), row.getString("name")))
                .optional()
                .map(row ->
                        new Company(id, row.getKey(), row.getValue(), establishments(id), legalRepresentatives(id)));
    }

    List<LegalRepresentative> legalRepresentatives(UUID company) {
        return jdbc.sql("select * from legal_representative where company_id = ? order by rank")
                .param(company)
                .query((row, index) -> new LegalRepresentative(
                        row.getString("civility"),
                        row.getString("last_name"),
                        row.getString("first_name"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("quality"),
                        row.getString("email"),
                        row.getString("phone")))
                .list();
    }

    private List<Establishment> establishments(UUID company) {
        Map<String, List<TechnicalRepresentative>> technical = new HashMap<>();
        jdbc.sql("select t.* from technical_representative t join establishment e on e.siret = t.siret"
                        + " where e.company_id = ? order by t.siret, t.rank")
                .param(company)
                .query(row -> {
                    technical
                            .computeIfAbsent(row.getString("siret"), siret -> new ArrayList<>())
                            .add(technicalRepresentative(row));
                });
        return jdbc.sql("select * from establishment where company_id = ? order by head_office desc, siret")
                .param(company)
                .query((row, index) -> establishment(row, technical.getOrDefault(row.getString("siret"), List.of())))
                .list();
    }

    /** Holds a company until the end of the transaction; nothing when there is none. */
    void lock(UUID company) {
        jdbc.sql("select id from company where id = ? for update")
                .param(company)
                .query(UUID.class)
                .list();
    }

    /** Holds what has no row to hold: a SIREN that may belong to no company yet, a billing number. */
    void lock(String key) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 63))) taken")
                .param("key", "companies " + key)
                .query(Integer.class)
                .single();
    }

    void insert(UUID id, String siren, String name, String request) {
        jdbc.sql("insert into company (id, siren, name, changed_by) values (?, ?, ?, ?)")
                .params(id, siren, name, request)
                .update();
    }

    void rename(UUID id, String name, String request) {
        jdbc.sql("update company set name = ?, changed_by = ? where id = ?")
                .params(name, request, id)
                .update();
    }

    /** Writes all of an establishment but its representatives; another head office gives its place up. */
    void write(UUID company, Establishment it, String request) {
        if (it.headOffice()) {
            jdbc.sql("update establishment set head_office = false, changed_by = ?"
                            + " where company_id = ? and head_office and siret <> ?")
                    .params(request, company, it.siret())
                    .update();
        }
        jdbc.sql(
                        """
                        insert into establishment (siret, company_id, head_office, name, line1, line2, postcode, city,
                            email, phone, opened_on, billing_number, changed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (siret) do update set head_office = excluded.head_office, name = excluded.name,
                            line1 = excluded.line1, line2 = excluded.line2, postcode = excluded.postcode,
                            city = excluded.city, email = excluded.email, phone = excluded.phone,
                            opened_on = excluded.opened_on, billing_number = excluded.billing_number,
                            changed_by = excluded.changed_by""")
                .params(
                        it.siret(),
                        company,
                        it.headOffice(),
                        it.name(),
                        it.address().line1(),
                        it.address().line2(),
                        it.address().postcode(),
                        it.address().city(),
                        it.email(),
                        it.phone(),
                        it.openedOn(),
                        it.billingNumber(),
                        request)
                .update();
    }

    void replaceLegal(UUID company, List<LegalRepresentative> all, @Nullable String request) {
        jdbc.sql("delete from legal_representative where company_id = ?")
                .param(company)
                .update();
        int rank = 0;
        for (LegalRepresentative it : all) {
            jdbc.sql("insert into legal_representative (company_id, rank, civility, last_name, first_name, birth_date,"
                            + " quality, email, phone) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            company,
                            rank++,
                            it.civility(),
                            it.lastName(),
                            it.firstName(),
                            it.birthDate(),
                            it.quality(),
                            it.email(),
                            it.phone())
                    .update();
        }
        jdbc.sql("update company set representatives_changed_by = ? where id = ?")
                .params(request, company)
                .update();
    }

    void replaceTechnical(String siret, List<TechnicalRepresentative> all, @Nullable String request) {
        jdbc.sql("delete from technical_representative where siret = ?")
                .param(siret)
                .update();
        int rank = 0;
        for (TechnicalRepresentative it : all) {
            jdbc.sql("insert into technical_representative (siret, rank, civility, last_name, first_name, birth_date,"
                            + " qualification, rpps, adeli) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            siret,
                            rank++,
                            it.civility(),
                            it.lastName(),
                            it.firstName(),
                            it.birthDate(),
                            it.qualification(),
                            it.rpps(),
                            it.adeli())
                    .update();
        }
        jdbc.sql("update establishment set representatives_changed_by = ? where siret = ?")
                .params(request, siret)
                .update();
    }

    private static TechnicalRepresentative technicalRepresentative(ResultSet row) throws SQLException {
        return new TechnicalRepresentative(
                row.getString("civility"),
                row.getString("last_name"),
                row.getString("first_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("qualification"),
                row.getString("rpps"),
                row.getString("adeli"));
    }

    private static Establishment establishment(ResultSet row, List<TechnicalRepresentative> technical)
            throws SQLException {
        return new Establishment(
                row.getString("siret"),
                row.getBoolean("head_office"),
                row.getString("name"),
                new Establishment.Address(
                        row.getString("line1"),
                        row.getString("line2"),
                        row.getString("postcode"),
                        row.getString("city")),
                row.getString("email"),
                row.getString("phone"),
                row.getObject("opened_on", LocalDate.class),
                row.getString("billing_number"),
                technical);
    }
}
