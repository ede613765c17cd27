package org.navette.funding;

import java.util.List;
import org.navette.retention.Retained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the espace Ségur numérique keeps for a time only. An enrolment or a template of documents that was accepted is a
 * right that lasts, and what was paid stays with its number, its amounts and its account; the people named in it go. The
 * identifiers of those funded stay, since nobody is funded twice.
 */
@Component
class FundingRetention implements Retained {

    private final JdbcClient jdbc;

    FundingRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String process() {
        return "funding-retention";
    }

    @Override
    public String espace() {
        return Supplier.ESPACE;
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                Kind.of(FundingRequest.ESPACE, "Demandes de financement"),
                Kind.of(SupportRequest.ESPACE, "Demandes d’assistance"),
                Kind.of(AccountChange.Kind.BANK.espace(), "Changements de coordonnées bancaires"),
                Kind.of(AccountChange.Kind.PERSONS.espace(), "Changements de personnes physiques"),
                Kind.unsuccessful(Enrolment.ESPACE, "Enrôlements rejetés"),
                Kind.unsuccessful(DocumentTemplate.ESPACE, "Modèles de document rejetés"));
    }

    @Override
    public List<Beside> beside() {
        return List.of(
                new Beside("Représentants des fournisseurs", "Aussi longtemps que le compte.", "funding_supplier"),
                new Beside("Brouillons d’enrôlement", "24 heures.", "funding_enrolment_draft"));
    }

    @Override
    public void forget(Kind kind, List<Long> requests) {
        for (String sql : List.of(
                "update funding_beneficiary set name = '', company = null, email = '', phone = ''"
                        + " where request_id in (:ids)",
                "delete from funding_amendment where request_id in (:ids)",
                "update funding_request set declaration = '{}', remark = null, awaited = '{}' where id in (:ids)",
                "update funding_support_request set name = '', email = '', answers = '{}', answer = null"
                        + " where id in (:ids)",
                "update funding_account_change set answers = '{}', remark = null where id in (:ids)",
                "update funding_enrolment set answers = '{}', email = '', remark = null where id in (:ids)",
                "update funding_template set file_name = 'fichier', remark = null where id in (:ids)")) {
            jdbc.sql(sql).param("ids", requests).update();
        }
    }
}
