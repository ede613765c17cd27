package org.navette.providers;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.navette.retention.Retained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the portal of health professionals keeps for a time only. Agreements and files lose the insured person, whose care
 * they tell, and keep number, dates and amounts: a transfer stays the sum of its files. A member's own contact stays as
 * long as the membership.
 */
@Component
class ProviderRetention implements Retained {

    private final JdbcClient jdbc;

    ProviderRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String process() {
        return "provider-retention";
    }

    @Override
    public String espace() {
        return Providers.ESPACE;
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                Kind.of(Membership.ESPACE, "Demandes d’adhésion et de réinitialisation"),
                Kind.of(PriorAgreement.ESPACE, "Prises en charge"),
                Kind.of(Reimbursement.ESPACE, "Dossiers de remboursement"));
    }

    @Override
    public List<Beside> beside() {
        return List.of(
                new Beside(
                        "Assurés et ayants droit",
                        "Tant que les droits sont servis : ils viennent de l’organisme.",
                        "insured_person"),
                new Beside(
                        "Consultations de droits avec l’assuré recherché",
                        "La durée usuelle ; puis restent la date et le compte.",
                        "rights_consultation where sought <> ''"),
                new Beside(
                        "Lignes d’enregistrements groupés en attente",
                        "Jusqu’à leur enregistrement.",
                        "provider_import_line where payload is not null"));
    }

    @Override
    public void forget(Kind kind, List<Long> requests) {
        for (String sql : List.of(
                "update membership set answers = '{}', email = '', gsm = '', receipt_id = null, ground = null"
                        + " where id in (:ids)",
                "update prior_agreement set cnss_number = '', beneficiary = '', reasons = null, decision_id = null"
                        + " where id in (:ids)",
                "update reimbursement set cnss_number = '', beneficiary = '', reasons = null, observation = null"
                        + " where id in (:ids)")) {
            jdbc.sql(sql).param("ids", requests).update();
        }
    }

    /** Who looked up rights and when stays; whose rights does not. */
    @Override
    public int forgetOlder(Instant before, int batch) {
        return jdbc.sql("update rights_consultation set sought = '', insured_id = null where id in (select id from"
                        + " rights_consultation where at < :before and sought <> '' order by at limit :batch"
                        + " for update skip locked)")
                .param("before", Timestamp.from(before))
                .param("batch", batch)
                .update();
    }
}
