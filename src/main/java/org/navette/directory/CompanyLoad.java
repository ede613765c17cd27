package org.navette.directory;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts what the data files say into the tables, all or nothing. A company, an establishment or a list of representatives
 * that an accepted request has changed (columns {@code changed_by} and {@code representatives_changed_by}) stays as the
 * request left it. What is no longer in the files stays too: accounts and requests may hang on it.
 */
@Component
class CompanyLoad {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final CompanyTables tables;
    private final Clock clock;

    CompanyLoad(JdbcClient jdbc, JdbcTemplate batches, CompanyTables tables, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Loads, one node after the other.
     *
     * @return how many companies, establishments and lists of representatives were kept as requests left them; nothing
     *     when these very files were loaded last
     * @throws WrongLines when what the files say cannot be beside what requests have changed; nothing is loaded
     */
    @Transactional(rollbackFor = WrongLines.class)
    public Optional<Integer> load(CompanyData data) throws WrongLines {
        tables.lock("data files");
        boolean known = jdbc.sql("select sha256 from directory_load order by id desc limit 1")
                .query(byte[].class)
                .optional()
                .filter(last -> java.util.Arrays.equals(last, data.sha256()))
                .isPresent();
        if (known) {
            return Optional.empty();
        }
        companies(data);
        establishments(data);
        int kept = representatives(data) + kept(data);
        jdbc.sql("insert into directory_load (at, sha256, companies, establishments, legal_representatives,"
                        + " technical_representatives, kept) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Timestamp.from(clock.instant()),
                        data.sha256(),
                        data.names().size(),
                        data.establishments().size(),
                        data.legalCount(),
                        data.technicalCount(),
                        kept)
                .update();
        return Optional.of(kept);
    }

    private void companies(CompanyData data) {
        batches.batchUpdate(
                "insert into company (id, siren, name) values (?, ?, ?) on conflict (siren) do update"
                        + " set name = excluded.name where company.changed_by is null",
                data.names().entrySet().stream()
                        .map(it -> new Object[] {UUID.randomUUID(), it.getKey(), it.getValue()})
                        .toList());
    }

    private void establishments(CompanyData data) throws WrongLines {
        // seats and numbers may go from one establishment to another: they are free first
        jdbc.sql("update establishment set head_office = false where changed_by is null"
                        + " and company_id in (select id from company where siren = any(:all))")
                .param("all", data.names().keySet().toArray(String[]::new))
                .update();
        jdbc.sql("update establishment set billing_number = null where siret = any(:all) and changed_by is null")
                .param("all", data.establishments().keySet().toArray(String[]::new))
                .update();
        refuseTakenNumbers(data);
        batches.batchUpdate(
                """
                insert into establishment (siret, company_id, head_office, name, line1, line2, postcode, city, email,
                    phone, opened_on, billing_number)
                select ?, c.id, ? and not exists (select 1 from establishment e where e.company_id = c.id
                    and e.head_office), ?, ?, ?, ?, ?, ?, ?, ?, ? from company c where c.siren = ?
                on conflict (siret) do update set head_office = excluded.head_office, name = excluded.name,
                    line1 = excluded.line1, line2 = excluded.line2, postcode = excluded.postcode, city = excluded.city,
                    email = excluded.email, phone = excluded.phone, opened_on = excluded.opened_on,
                    billing_number = excluded.billing_number
                where establishment.changed_by is null""",
                data.establishments().values().stream().map(CompanyLoad::row).toList());
    }

    private static Object[] row(Establishment it) {
        return new Object[] {
            it.siret(),
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
            Siret.siren(it.siret())
        };
    }

    private void refuseTakenNumbers(CompanyData data) throws WrongLines {
        WrongLines wrong = new WrongLines();
        for (Establishment it : data.establishments().values()) {
            String number = it.billingNumber();
            Optional<String> other = number == null
                    ? Optional.empty()
                    : tables.siretOfBillingNumber(number).filter(siret -> !siret.equals(it.siret()));
            other.ifPresent(siret -> wrong.add(
                    CompanyFileReader.ESTABLISHMENTS,
                    0,
                    "le numéro de facturation " + number + " est déjà celui de l’établissement " + siret));
        }
        if (!wrong.problems().isEmpty()) {
            throw wrong;
        }
    }

    /** @return how many lists were kept */
    private int representatives(CompanyData data) {
        int kept = 0;
        Map<String, UUID> free = new java.util.HashMap<>();
        jdbc.sql("select id, siren from company where siren = any(:all) and representatives_changed_by is null")
                .param("all", data.names().keySet().toArray(String[]::new))
                .query(row -> {
                    free.put(row.getString("siren"), row.getObject("id", UUID.class));
                });
        for (String siren : data.names().keySet()) {
            UUID company = free.get(siren);
            if (company == null) {
                kept++;
            } else {
                tables.replaceLegal(company, data.legalRepresentatives().getOrDefault(siren, List.of()), null);
            }
        }
        List<String> open = jdbc.sql("select siret from establishment where siret = any(:all)"
                        + " and representatives_changed_by is null")
                .param("all", data.establishments().keySet().toArray(String[]::new))
                .query(String.class)
                .list();
        for (String siret : open) {
            Establishment it = data.establishments().get(siret);
            if (it != null) {
                tables.replaceTechnical(siret, it.technicalRepresentatives(), null);
            }
        }
        return kept + data.establishments().size() - open.size();
    }

    private int kept(CompanyData data) {
        return jdbc.sql("select (select count(*) from company where siren = any(:sirens) and changed_by is not null)"
                        + " + (select count(*) from establishment where siret = any(:sirets)"
                        + " and changed_by is not null)")
                .param("sirens", data.names().keySet().toArray(String[]::new))
                .param("sirets", data.establishments().keySet().toArray(String[]::new))
                .query(Integer.class)
                .single();
    }
}
