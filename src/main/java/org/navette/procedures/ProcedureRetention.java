package org.navette.procedures;

import java.util.List;
import org.navette.retention.Retained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the espace Vos démarches administratives keeps for a time only. What a request has changed in the directory of
 * companies stays there; so does the standing of a person who was recognised.
 */
@Component
class ProcedureRetention implements Retained {

    private final JdbcClient jdbc;

    ProcedureRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String process() {
        return "procedure-retention";
    }

    @Override
    public String espace() {
        return Office.ESPACE;
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                Kind.of(Office.ESPACE, "Démarches"), Kind.of(ResponsibleDemand.ESPACE, "Demandes de reconnaissance"));
    }

    @Override
    public List<Beside> beside() {
        return List.of(
                new Beside(
                        "Brouillons de démarches",
                        "90 jours sans changement, annoncés 15 jours avant.",
                        "procedure_draft"),
                new Beside(
                        "Représentants dans l’annuaire des entreprises",
                        "Aussi longtemps que l’entreprise y figure : il vient d’un registre public.",
                        "legal_representative"));
    }

    @Override
    public void forget(Kind kind, List<Long> requests) {
        for (String sql : List.of(
                "delete from procedure_revision where request_id in (:ids)",
                "update procedure_request set content = '{}', asked = null, outcome = null where id in (:ids)",
                "update procedure_responsible set civility = '', last_name = '', first_name = '', email = '',"
                        + " phone = '', answers = '{}', explanation = null where id in (:ids)")) {
            jdbc.sql(sql).param("ids", requests).update();
        }
    }
}
