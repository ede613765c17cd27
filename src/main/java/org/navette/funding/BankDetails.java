package org.navette.funding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.navette.directory.Iban;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bank accounts of suppliers; one of a supplier's is the active one. */
@Component
@Transactional(readOnly = true)
public class BankDetails {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    BankDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An account as its owner reads it.
     *
     * @param iban masked
     */
    public record Row(UUID id, String iban, String bic, String holder, Status status, Instant createdAt) {}

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
    }

    /** A supplier's accounts, the latest first; a hundred at most. */
    public List<Row> of(Supplier supplier) {
        return jdbc.sql("select * from funding_bank_details where supplier_id = ? order by created_at desc, id limit ?")
                .params(supplier.id(), MOST)
                .query((row, index) -> new Row(
                        row.getObject("id", UUID.class),
                        Iban.masked(row.getString("iban")),
                        row.getString("bic"),
                        row.getString("holder"),
                        Status.valueOf(row.getString("status")),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }
}
