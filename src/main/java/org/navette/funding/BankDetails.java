package org.navette.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Iban;
import org.navette.engine.TaskRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bank accounts of suppliers; one of a supplier's is the active one. What a row says is never changed and no row is
 * removed, only its status moves on: a payment goes to the account that it was decided with.
 */
@Component
@Transactional(readOnly = true)
public class BankDetails {

    private static final int MOST = 100;
    private static final String SELECT = "select b.*, r.number, c.remark from funding_bank_details b"
            + " left join funding_account_change c on c.bank_details_id = b.id left join request r on r.id = c.id"
            + " where b.supplier_id = ? ";

    private final JdbcClient jdbc;
    private final Clock clock;

    BankDetails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An account as its owner reads it.
     *
     * @param iban masked
     * @param number of the request that it came with; null when it came with the enrolment
     * @param remark why it was rejected; null when it was not
     */
    public record Row(
            UUID id,
            String iban,
            String bic,
            String holder,
            String domiciliation,
            Status status,
            Instant createdAt,
            @Nullable String number,
            @Nullable String remark) {}

    /**
     * Where money goes.
     *
     * @param iban plain
     * @param domiciliation name and branch of the bank
     */
    record Account(String iban, String bic, String holder, String domiciliation) {

        /** The fields of the forms that ask for it. */
        static Account of(Map<String, Object> answers) {
            return new Account(
                    Enrolment.text(answers, "iban"),
                    Enrolment.text(answers, "bic"),
                    Enrolment.text(answers, "holder"),
                    Enrolment.text(answers, "domiciliation"));
        }
    }

    /** Where a bank account stands. */
    public enum Status {
        PENDING("En attente"),
        ACTIVE("Active"),
        REPLACED("Remplacée"),
        REJECTED("Rejetée");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }

        /** What its colour goes by. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A supplier's accounts, the latest first; a hundred at most. */
    public List<Row> of(Supplier supplier) {
        return jdbc.sql(SELECT + "order by b.created_at desc, b.id limit ?")
                .params(supplier.id(), MOST)
                .query(BankDetails::row)
                .list();
    }

    /** One of a supplier's accounts. */
    public Optional<Row> find(Supplier supplier, UUID id) {
        return jdbc.sql(SELECT + "and b.id = ?")
                .params(supplier.id(), id)
                .query(BankDetails::row)
                .optional();
    }

    /** The account that the next decisions are made with, as it is; empty only for a supplier that was never enrolled. */
    Optional<Account> active(UUID supplier) {
        return jdbc.sql("select * from funding_bank_details where supplier_id = ? and status = 'ACTIVE'")
                .param(supplier)
                .query((row, index) -> new Account(
                        row.getString("iban"),
                        row.getString("bic"),
                        row.getString("holder"),
                        row.getString("domiciliation")))
                .optional();
    }

    /** True when this is the active account already, in every respect. */
    boolean isActive(Supplier supplier, Account account) {
        return active(supplier.id()).filter(account::equals).isPresent();
    }

    /** Keeps an account; returns its id. */
    @Transactional(propagation = Propagation.MANDATORY)
    UUID add(UUID supplier, Account account, Status status) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into funding_bank_details (id, supplier_id, iban, bic, holder, domiciliation, status,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        supplier,
                        account.iban(),
                        account.bic(),
                        account.holder(),
                        account.domiciliation(),
                        status.name(),
                        Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /**
     * Makes a pending account the active one, and the active one a replaced one. The caller holds the supplier's row:
     * of two at once the later one stays.
     *
     * @throws TaskRefused when it is not pending any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void activate(UUID supplier, UUID id) {
        jdbc.sql("update funding_bank_details set status = 'REPLACED' where supplier_id = ? and status = 'ACTIVE'")
                .param(supplier)
                .update();
        settle(supplier, id, Status.ACTIVE);
    }

    /**
     * Rejects a pending account.
     *
     * @throws TaskRefused when it is not pending any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void reject(UUID supplier, UUID id) {
        settle(supplier, id, Status.REJECTED);
    }

    private void settle(UUID supplier, UUID id, Status status) {
        int settled = jdbc.sql("update funding_bank_details set status = ? where id = ? and supplier_id = ?"
                        + " and status = 'PENDING'")
                .params(status.name(), id, supplier)
                .update();
        if (settled == 0) {
            throw new TaskRefused("Ces coordonnées bancaires ne sont plus en attente.");
        }
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                Iban.masked(row.getString("iban")),
                row.getString("bic"),
                row.getString("holder"),
                row.getString("domiciliation"),
                Status.valueOf(row.getString("status")),
                row.getTimestamp("created_at").toInstant(),
                row.getString("number"),
                row.getString("remark"));
    }
}
