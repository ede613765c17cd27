package org.navette.procedures;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.navette.retention.PersonalData;
import org.navette.retention.SoleMembers;
import org.navette.retention.Sought;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the espace Vos démarches administratives knows of a person: its members and those who act for companies. */
@Component
class ProcedurePersons implements PersonalData {

    private final SoleMembers soleMembers;
    private final JdbcClient jdbc;

    ProcedurePersons(SoleMembers soleMembers, JdbcClient jdbc) {
        this.soleMembers = soleMembers;
        this.jdbc = jdbc;
    }

    @Override
    public String espace() {
        return Office.ESPACE;
    }

    @Override
    public Map<String, String> reach() {
        return Map.of(
                Office.ESPACE,
                "le compte de l’auteur seulement, pas les représentants nommés dans la démarche",
                ResponsibleDemand.ESPACE,
                "le demandeur : nom (accents compris) et prénom");
    }

    @Override
    public List<Long> naming(Sought person, int most) {
        return jdbc
                .sql("select d.id, d.last_name, d.first_name from procedure_responsible d join request r on r.id = d.id"
                        + " where lower(d.last_name) = :last and r.erased_at is null order by d.id")
                .param("last", person.lastName().strip().toLowerCase(Locale.FRENCH))
                .query((row, n) -> person.isCalled(row.getString(2), row.getString(3)) ? row.getLong(1) : -1L)
                .list()
                .stream()
                .filter(id -> id > 0)
                .limit(most)
                .toList();
    }

    @Override
    public List<Sheet> of(UUID account) {
        return List.of(
                new Sheet(
                        "entreprise",
                        jdbc.sql("select civility as civilite, phone as telephone, siret, standing as statut"
                                        + " from procedure_member where account_id = ?")
                                .param(account)
                                .query()
                                .listOfRows()),
                new Sheet(
                        "brouillons",
                        jdbc.sql("select kind as demarche, content::text as contenu, updated_at::text as modifie_le"
                                        + " from procedure_draft where account_id = ? order by updated_at limit 100")
                                .param(account)
                                .query()
                                .listOfRows()));
    }

    @Override
    public Optional<String> keeps(UUID account) {
        return Optional.empty();
    }

    @Override
    public List<UUID> aloneFor(UUID account) {
        return soleMembers.of(account, "procedure_member", "company_id");
    }

    /** A company's drafts are its own, whoever began them; those of a newcomer are nobody else's. */
    @Override
    public void forget(UUID account) {
        for (String rows : List.of(
                "procedure_draft where corrects is null and structure_id not in (select id from company)",
                "procedure_try where true",
                "procedure_member where true")) {
            jdbc.sql("delete from " + rows + " and account_id = ?")
                    .param(account)
                    .update();
        }
    }

    @Override
    public List<String> uploaders(UUID account) {
        return List.of(Office.owner(account));
    }
}
