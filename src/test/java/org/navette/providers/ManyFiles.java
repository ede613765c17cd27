package org.navette.providers;

import java.util.List;
import java.util.UUID;
import org.navette.directory.CareEstablishment;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Establishments with more files than anybody would register one by one, written as rows. */
@TestComponent
public class ManyFiles {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ManyFiles(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** As many requests for prior agreement as asked, received on the days before today, granted half. */
    public void agreements(CareEstablishment clinic, int count) {
        bulk(clinic, "providers-pec", "PEC", count);
        jdbc.sql("insert into prior_agreement (id, number, establishment_id, cnss_number, beneficiary, received_on,"
                        + " requested, granted, situation, situation_label, situation_on)"
                        + " select r.id, r.number, r.structure_id, (100000000 + r.id % 1000)::text, 'Patient ' || r.id,"
                        + " current_date - (r.id % 600)::int, 100 + r.id % 900, 50,"
                        + " (array['received', 'granted', 'refused'])[1 + r.id % 3],"
                        + " (array['Reçue', 'Accordée', 'Refusée'])[1 + r.id % 3], current_date"
                        + " from request r where r.structure_id = ? and r.espace = 'providers-pec' and r.author_name ="
                        + " 'bulk'")
                .param(clinic.id())
                .update();
    }

    /** As many reimbursement files as asked, deposited on the days before today, none of them paid. */
    public void files(CareEstablishment clinic, int count) {
        bulk(clinic, "providers-dr", "DR", count);
        jdbc.sql("insert into reimbursement (id, number, establishment_id, cnss_number, beneficiary,"
                        + " prior_agreement_number, deposited_on, care_on, invoice, billed, situation, situation_label,"
                        + " situation_on) select r.id, r.number, r.structure_id, (100000000 + r.id % 1000)::text,"
                        + " 'Patient ' || r.id, 'PEC-2026-' || r.id % 100000, current_date - (r.id % 600)::int,"
                        + " current_date - 700, 'F' || r.id, 100 + r.id % 900,"
                        + " (array['processing', 'paid', 'returned'])[1 + r.id % 3],"
                        + " (array['En cours de traitement', 'Payé', 'Retourné'])[1 + r.id % 3], current_date"
                        + " from request r where r.structure_id = ? and r.espace = 'providers-dr' and r.author_name ="
                        + " 'bulk'")
                .param(clinic.id())
                .update();
    }

    /** Pays a tenth of an establishment's files, each by a transfer of its own. */
    public void payTenth(CareEstablishment clinic) {
        transaction.executeWithoutResult(status -> {
            for (String sql : List.of(
                    "insert into request (espace, number, organism_code, structure_id, author_id, author_name, subject,"
                            + " status_code, status_label, phase, actions, status_at, created_at, search)"
                            + " select 'providers-payment', 'VCS-' || number, 'cnss', establishment_id, establishment_id,"
                            + " 'bulk', 'x', 'x', 'x', 'CLOSED', '', now(), now(), '' from reimbursement"
                            + " where establishment_id = ? and id % 10 = 0",
                    "insert into provider_payment_run (id, executed_on, executed_by) select id, current_date, 'x'"
                            + " from request where structure_id = ? and espace = 'providers-payment'",
                    "insert into provider_transfer (run_id, establishment_id, amount, files, issued_on) select r.id,"
                            + " f.establishment_id, f.billed, 1, f.deposited_on from reimbursement f join request r"
                            + " on r.number = 'VCS-' || f.number where f.establishment_id = ?",
                    "update reimbursement f set approved = billed, approved_at = now(), transfer_id = t.id,"
                            + " paid_on = t.issued_on from provider_transfer t join request r on r.id = t.run_id"
                            + " where r.number = 'VCS-' || f.number and f.establishment_id = ?")) {
                jdbc.sql(sql).param(clinic.id()).update();
            }
        });
    }

    private void bulk(CareEstablishment clinic, String espace, String prefix, int count) {
        jdbc.sql("insert into request (espace, number, organism_code, structure_id, author_id, author_name, subject,"
                        + " status_code, status_label, phase, actions, status_at, created_at, search)"
                        + " select ?, ? || '-' || left(?::text, 8) || '-' || n, ?, ?, ?, 'bulk', 'x', 'x', 'x', 'CLOSED', '',"
                        + " now(), now(), '' from generate_series(1, ?) n")
                .params(
                        espace,
                        prefix,
                        clinic.id().toString(),
                        CnssAgency.ORGANISM,
                        clinic.id(),
                        UUID.randomUUID(),
                        count)
                .update();
    }
}
