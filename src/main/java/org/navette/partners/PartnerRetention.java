package org.navette.partners;

import java.util.List;
import org.navette.retention.Retained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the espace Partenaires keeps for a time only: what was answered about insured persons. */
@Component
class PartnerRetention implements Retained {

    private final JdbcClient jdbc;

    PartnerRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String process() {
        return "partner-retention";
    }

    @Override
    public String espace() {
        return PartnerRequest.ESPACE;
    }

    @Override
    public List<Kind> kinds() {
        return List.of(Kind.of(PartnerRequest.ESPACE, "Demandes"));
    }

    @Override
    public void forget(Kind kind, List<Long> requests) {
        jdbc.sql("update partner_request set answers = '{}', options = '{}' where id in (:ids)")
                .param("ids", requests)
                .update();
    }
}
