package org.navette.funding;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Couloir;
import org.navette.forms.Json;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The own part of requests for funding; the caller holds the request's row when it writes. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class FundingRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Json json;

    FundingRows(JdbcClient jdbc, JdbcTemplate template, Json json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** Keeps others from depositing requests of this supplier until the transaction ends. */
    void hold(Supplier supplier) {
        jdbc.sql("select 1 from funding_supplier where id = ? for update")
                .param(supplier.id())
                .query(Integer.class)
                .single();
    }

    void insert(FundingRequest request, long importId) {
        Declaration declared = request.declaration();
        jdbc.sql("insert into funding_request (id, import_id, supplier_id, dossier, type, advance_id, ans_number,"
                        + " couloir, software_type, editor_number, ordered_on, vat_regime, vat_rate, declared, declaration)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)")
                .params(
                        request.id(),
                        importId,
                        request.supplier(),
                        request.dossier(),
                        request.type().name(),
                        request.advance(),
                        request.ansNumber(),
                        request.couloir().name(),
                        request.softwareType(),
                        declared.editorNumber(),
                        declared.orderedOn(),
                        request.vatRegime().name(),
                        request.vatRate(),
                        declared.amount(),
                        json.write(declared))
                .update();
        insertBeneficiaries(request, declared);
    }

    /**
     * Writes what the supplier declares now instead. What an agent's instruction has retained of another amount, or for
     * other beneficiaries, is gone: the next one retains anew.
     *
     * @param own as it was
     */
    void replace(FundingRequest own, Declaration declared) {
        Declaration before = own.declaration();
        boolean retained = before.amount().compareTo(declared.amount()) == 0
                && before.beneficiaries().size() == declared.beneficiaries().size();
        jdbc.sql(
                        "update funding_request set declaration = ?::jsonb, declared = ?, ordered_on = ?,"
                                + " retained_excl = case when ? then retained_excl end, retained = case when ? then retained end,"
                                + " amount = case when ? then amount end, recovery = case when ? then recovery end where id = ?")
                .params(
                        json.write(declared),
                        declared.amount(),
                        declared.orderedOn(),
                        retained,
                        retained,
                        retained,
                        retained,
                        own.id())
                .update();
        jdbc.sql("delete from funding_beneficiary where request_id = ?")
                .param(own.id())
                .update();
        insertBeneficiaries(own, declared);
    }

    private void insertBeneficiaries(FundingRequest request, Declaration declared) {
        boolean funded = request.type() == RequestType.ADVANCE;
        List<Declaration.Beneficiary> all = declared.beneficiaries();
        template.batchUpdate(
                "insert into funding_beneficiary (request_id, rank, ans_number, kind, number, name, company, email,"
                        + " phone, funded) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                java.util.stream.IntStream.range(0, all.size())
                        .mapToObj(i -> new Object[] {
                            request.id(),
                            i + 1,
                            request.ansNumber(),
                            all.get(i).kind().name(),
                            all.get(i).number(),
                            all.get(i).name(),
                            all.get(i).company(),
                            all.get(i).email(),
                            all.get(i).phone(),
                            funded
                        })
                        .toList());
    }

    FundingRequest get(long id) {
        return jdbc.sql("select * from funding_request where id = ?")
                .param(id)
                .query(this::request)
                .single();
    }

    /** What an agent's instruction retains. */
    void retain(long id, Amounts amounts) {
        jdbc.sql("update funding_request set retained_excl = ?, retained = ?, amount = ?, recovery = ? where id = ?")
                .params(amounts.retainedExclTax(), amounts.retained(), amounts.amount(), amounts.recovery(), id)
                .update();
    }

    /**
     * What an agent waits for.
     *
     * @param fields that can be changed; none when only documents are awaited, or nothing any more
     * @param remark the agent's words; null for none
     */
    void await(long id, List<String> fields, @Nullable String remark) {
        jdbc.sql("update funding_request set awaited = ?, remark = ? where id = ?")
                .params(fields.toArray(String[]::new), remark, id)
                .update();
    }

    /** The editor number and the beneficiaries can be asked for again. */
    void release(long id) {
        jdbc.sql("update funding_request set holds = false where id = ?")
                .param(id)
                .update();
        jdbc.sql("update funding_beneficiary set funded = false where request_id = ? and funded")
                .param(id)
                .update();
    }

    /** The account that a request was decided with. */
    Optional<UUID> bank(long id) {
        return jdbc.sql("select bank_id from funding_request where id = ? and bank_id is not null")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    /** The number of a request for funding, if it is one of the organism's. */
    Optional<String> ofFunding(String organism, String number) {
        return jdbc.sql("select r.number from request r join funding_request f on f.id = r.id where r.espace = ?"
                        + " and r.organism_code = ? and r.number = ?")
                .params(FundingRequest.ESPACE, organism, number)
                .query(String.class)
                .optional();
    }

    /** The balance of an advance that was not rejected or cancelled. */
    Optional<Long> balance(long advance) {
        return jdbc.sql("select id from funding_request where advance_id = ? and holds")
                .param(advance)
                .query(Long.class)
                .optional();
    }

    /** A request that was already made with an editor number. */
    record Used(String editorNumber, String number) {}

    /** Which of these editor numbers are taken, in lower case, with the request that took them. */
    List<Used> used(Supplier supplier, String ansNumber, RequestType type, Collection<String> editorNumbers) {
        return jdbc.sql("select lower(f.editor_number), r.number from funding_request f join request r on r.id = f.id"
                        + " where f.supplier_id = ? and lower(f.ans_number) = lower(?) and f.type = ? and f.holds"
                        + " and lower(f.editor_number) = any (?)")
                .params(
                        supplier.id(),
                        ansNumber,
                        type.name(),
                        editorNumbers.stream()
                                .map(number -> number.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .query((row, index) -> new Used(row.getString(1), row.getString(2)))
                .list();
    }

    /** Which of these beneficiaries have an advance for the software already: {@code RPPS 10001234567}. */
    List<String> funded(String ansNumber, Collection<String> beneficiaries) {
        return funded(ansNumber, beneficiaries, 0);
    }

    /** The same but for what one request funds itself. */
    List<String> funded(String ansNumber, Collection<String> beneficiaries, long except) {
        return jdbc.sql("select kind || ' ' || number from funding_beneficiary where lower(ans_number) = lower(?)"
                        + " and funded and request_id <> ? and number = any (?) and kind || ' ' || number = any (?)")
                .params(
                        ansNumber,
                        except,
                        beneficiaries.stream()
                                .map(one -> one.substring(one.indexOf(' ') + 1))
                                .toArray(String[]::new),
                        beneficiaries.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /**
     * An advance as its balance needs it.
     *
     * @param open true when a balance can be asked for: the advance is decided
     * @param balance number of the balance that was asked for; null when none was
     */
    record Advance(long id, FundingRequest own, String status, boolean open, @Nullable String balance) {}

    /** The supplier's advances with these dossiers. */
    List<Advance> advances(Supplier supplier, Collection<String> dossiers) {
        return jdbc.sql("select f.*, r.status_label, r.actions, b.number as balance from funding_request f"
                        + " join request r on r.id = f.id"
                        + " left join funding_request fb on fb.advance_id = f.id and fb.holds"
                        + " left join request b on b.id = fb.id"
                        + " where f.supplier_id = ? and f.dossier = any (?) and f.type = 'ADVANCE' and f.holds"
                        + " and r.erased_at is null")
                .params(supplier.id(), dossiers.toArray(String[]::new))
                .query((row, index) -> new Advance(
                        row.getLong("id"),
                        request(row, index),
                        row.getString("status_label"),
                        List.of(row.getString("actions").split(",")).contains(FundingRequest.BALANCE),
                        row.getString("balance")))
                .list();
    }

    /** One of the supplier's advances. */
    Optional<Advance> advance(Supplier supplier, String dossier) {
        return advances(supplier, List.of(dossier)).stream().findFirst();
    }

    private FundingRequest request(ResultSet row, int index) throws SQLException {
        BigDecimal retained = row.getBigDecimal("retained");
        return new FundingRequest(
                row.getLong("id"),
                row.getObject("supplier_id", java.util.UUID.class),
                row.getString("dossier"),
                RequestType.valueOf(row.getString("type")),
                row.getObject("advance_id", Long.class),
                row.getString("ans_number"),
                Couloir.valueOf(row.getString("couloir")),
                row.getString("software_type"),
                VatRegime.valueOf(row.getString("vat_regime")),
                row.getBigDecimal("vat_rate"),
                json.read(row.getString("declaration"), Declaration.class),
                row.getBoolean("holds"),
                retained == null
                        ? null
                        : new Amounts(
                                row.getBigDecimal("retained_excl"),
                                retained,
                                row.getBigDecimal("amount"),
                                row.getBigDecimal("recovery")),
                PaymentState.valueOf(row.getString("payment")),
                List.of((String[]) row.getArray("awaited").getArray()),
                row.getString("remark"));
    }
}
