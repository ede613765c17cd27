package org.navette.partners;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.navette.requests.PersonRequests;
import org.navette.requests.SearchText;
import org.navette.retention.PersonalData;
import org.navette.retention.SoleMembers;
import org.navette.retention.Sought;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the espace Partenaires knows of a person: its members, and the insured persons whom requests are about. */
@Component
class PartnerPersons implements PersonalData {

    private final PersonRequests requests;
    private final SoleMembers soleMembers;
    private final JdbcClient jdbc;

    PartnerPersons(PersonRequests requests, SoleMembers soleMembers, JdbcClient jdbc) {
        this.requests = requests;
        this.soleMembers = soleMembers;
        this.jdbc = jdbc;
    }

    @Override
    public String espace() {
        return PartnerRequest.ESPACE;
    }

    @Override
    public Map<String, String> reach() {
        return Map.of(PartnerRequest.ESPACE, "l’assuré concerné : nom, prénom et date de naissance");
    }

    @Override
    public List<Long> naming(Sought person, int most) {
        return requests.matching(
                List.of(PartnerRequest.ESPACE),
                List.of(SearchText.of(person.lastName()), SearchText.of(person.firstName())),
                candidates -> exact(person, candidates),
                most);
    }

    private List<Long> exact(Sought person, List<Long> candidates) {
        return jdbc
                .sql("select id, answers ->> 'lastName' as last, answers ->> 'firstName' as first,"
                        + " answers ->> 'birthDate' as born from partner_request where id in (:ids) order by id")
                .param("ids", candidates)
                .query((row, n) -> person.isCalled(row.getString("last"), row.getString("first"))
                                && person.mayBeBorn(row.getString("born"))
                        ? row.getLong("id")
                        : -1L)
                .list()
                .stream()
                .filter(id -> id > 0)
                .toList();
    }

    @Override
    public List<Sheet> of(UUID account) {
        return List.of(new Sheet(
                "structure",
                jdbc.sql("select s.name as structure, m.role as profil, string_agg(o.organism_code, ', ') as organismes"
                                + " from partner_member m join structure s on s.id = m.structure_id"
                                + " left join partner_member_organism o on o.account_id = m.account_id"
                                + " where m.account_id = ? group by s.name, m.role")
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
        return soleMembers.of(account, "partner_member", "structure_id");
    }

    @Override
    public void forget(UUID account) {
        jdbc.sql("delete from partner_member where account_id = ?")
                .param(account)
                .update();
    }

    @Override
    public List<String> uploaders(UUID account) {
        return List.of(PartnerRequest.ESPACE + ":" + account);
    }
}
