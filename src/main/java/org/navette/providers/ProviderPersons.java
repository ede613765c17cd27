package org.navette.providers;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.navette.requests.PersonRequests;
import org.navette.requests.SearchText;
import org.navette.retention.PersonalData;
import org.navette.retention.SoleMembers;
import org.navette.retention.Sought;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the portal of health professionals knows of a person: who signs in for establishments, and insured persons. */
@Component
class ProviderPersons implements PersonalData {

    private static final int MOST_PERSONS = 50;
    private static final long NOBODY = 0;

    private final PersonRequests requests;
    private final SoleMembers soleMembers;
    private final JdbcClient jdbc;

    ProviderPersons(PersonRequests requests, SoleMembers soleMembers, JdbcClient jdbc) {
        this.requests = requests;
        this.soleMembers = soleMembers;
        this.jdbc = jdbc;
    }

    @Override
    public String espace() {
        return Providers.ESPACE;
    }

    @Override
    public Map<String, String> reach() {
        return Map.of(
                Membership.ESPACE, "le directeur : nom et prénom",
                PriorAgreement.ESPACE, "le bénéficiaire des soins : nom et prénom, date de naissance s’il a des droits",
                Reimbursement.ESPACE, "le bénéficiaire des soins : nom et prénom, date de naissance s’il a des droits");
    }

    @Override
    public List<Long> naming(Sought person, int most) {
        List<Long> found = new ArrayList<>(requests.matching(
                List.of(PriorAgreement.ESPACE, Reimbursement.ESPACE),
                List.of(SearchText.of(person.lastName()), SearchText.of(person.firstName())),
                candidates -> exact(person, candidates),
                most));
        // establishments are some thousands: no index is worth its keeping
        jdbc
                .sql("select m.id, m.answers ->> 'lastName', m.answers ->> 'firstName' from membership m"
                        + " join request r on r.id = m.id where r.erased_at is null")
                .query((row, n) -> person.isCalled(row.getString(2), row.getString(3)) ? row.getLong(1) : NOBODY)
                .list()
                .stream()
                .filter(id -> id != NOBODY)
                .forEach(found::add);
        return found.stream().sorted().limit(most).toList();
    }

    private record Care(long id, String beneficiary, String cnssNumber) {}

    private record Namesake(String cnssNumber, String born) {}

    private List<Long> exact(Sought person, List<Long> candidates) {
        List<Care> care = Stream.of("prior_agreement", "reimbursement")
                .flatMap(table -> jdbc
                        .sql("select id, beneficiary, cnss_number from " + table + " where id in (:ids)")
                        .param("ids", candidates)
                        .query((row, n) -> new Care(row.getLong(1), row.getString(2), row.getString(3)))
                        .list()
                        .stream())
                .filter(one -> person.isCalled(one.beneficiary()))
                .toList();
        Map<String, List<Namesake>> namesakes = namesakes(person, care);
        return care.stream()
                .filter(one -> {
                    List<Namesake> known = namesakes.getOrDefault(one.cnssNumber(), List.of());
                    // unless all who are called so under this number are known to be others
                    return known.isEmpty() || known.stream().anyMatch(same -> person.mayBeBorn(same.born()));
                })
                .map(Care::id)
                .toList();
    }

    private Map<String, List<Namesake>> namesakes(Sought person, List<Care> care) {
        return care.isEmpty() || person.bornOn() == null
                ? Map.of()
                : jdbc
                        .sql("select i.cnss_number, p.last_name, p.first_name, p.born_on::text from insured i"
                                + " join insured_person p on p.insured_id = i.id where i.cnss_number in (:numbers)")
                        .param("numbers", care.stream().map(Care::cnssNumber).collect(Collectors.toSet()))
                        .query((row, n) -> person.isCalled(row.getString(2), row.getString(3))
                                ? Optional.of(new Namesake(row.getString(1), row.getString(4)))
                                : Optional.<Namesake>empty())
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.groupingBy(Namesake::cnssNumber));
    }

    @Override
    public List<Sheet> of(UUID account) {
        return List.of(new Sheet(
                "etablissement",
                jdbc.sql("select e.inpe, e.name as etablissement, a.profile as profil, a.login as compte_secondaire"
                                + " from provider_account a join care_establishment e on e.id = a.establishment_id"
                                + " where a.account_id = ?")
                        .param(account)
                        .query()
                        .listOfRows()));
    }

    /** Rights come from the organism that serves them: they are told, and nothing here erases them. */
    @Override
    public List<Sheet> of(Sought person) {
        return List.of(new Sheet(
                "droits",
                jdbc.sql("select i.cnss_number as numero_cnss, p.relation as lien, p.last_name as nom,"
                                + " p.first_name as prenom, p.born_on::text as ne_le, p.rights_from::text as droits_du,"
                                + " p.rights_to::text as droits_au from insured_person p join insured i"
                                + " on i.id = p.insured_id where lower(p.last_name) = lower(:last)"
                                + " and lower(p.first_name) = lower(:first)"
                                + " and (cast(:born as date) is null or p.born_on = :born) limit :most")
                        .param("last", person.lastName().strip())
                        .param("first", person.firstName().strip())
                        .param("born", person.bornOn() == null ? null : Date.valueOf(person.bornOn()))
                        .param("most", MOST_PERSONS)
                        .query()
                        .listOfRows()));
    }

    @Override
    public Optional<String> keeps(UUID account) {
        return jdbc.sql("select 1 from provider_account where account_id = ? and login is null")
                .param(account)
                .query(Integer.class)
                .optional()
                .map(one -> "c’est le compte principal d’un établissement adhérent ; il suit l’adhésion");
    }

    @Override
    public List<UUID> aloneFor(UUID account) {
        return soleMembers.of(account, "provider_account", "establishment_id");
    }

    @Override
    public void forget(UUID account) {
        jdbc.sql("delete from provider_account where account_id = ? and login is not null")
                .param(account)
                .update();
    }

    @Override
    public List<String> uploaders(UUID account) {
        return List.of();
    }
}
