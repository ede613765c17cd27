package org.navette.funding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.navette.requests.PersonRequests;
import org.navette.requests.SearchText;
import org.navette.retention.PersonalData;
import org.navette.retention.Sought;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the espace Ségur numérique knows of a person: who acts for suppliers, who asks the support, beneficiaries. */
@Component
class FundingPersons implements PersonalData {

    /** Where answers to the forms of companies name people. */
    private static final List<String> ANSWERS = List.of("funding_enrolment", "funding_account_change");

    private static final long NOBODY = 0;

    private final PersonRequests requests;
    private final JdbcClient jdbc;

    FundingPersons(PersonRequests requests, JdbcClient jdbc) {
        this.requests = requests;
        this.jdbc = jdbc;
    }

    @Override
    public String espace() {
        return Supplier.ESPACE;
    }

    @Override
    public Map<String, String> reach() {
        return Map.of(
                FundingRequest.ESPACE,
                "les bénéficiaires : nom et prénom (accents compris)",
                SupportRequest.ESPACE,
                "l’auteur : nom et prénom",
                AccountChange.Kind.BANK.espace(),
                "le représentant et le demandeur : nom et prénom",
                AccountChange.Kind.PERSONS.espace(),
                "le représentant et le demandeur : nom et prénom",
                Enrolment.ESPACE,
                "le représentant et le demandeur : nom et prénom",
                DocumentTemplate.ESPACE,
                "le compte de l’auteur seulement : un modèle ne nomme personne");
    }

    @Override
    public List<Long> naming(Sought person, int most) {
        var found = new TreeSet<Long>();
        String last = SearchText.of(person.lastName());
        String first = SearchText.of(person.firstName());
        found.addAll(jdbc.sql("select request_id from funding_beneficiary b join request r on r.id = b.request_id"
                        + " where lower(b.name) in (:names) and r.erased_at is null limit :most")
                .param("names", names(person))
                .param("most", most)
                .query(Long.class)
                .list());
        found.addAll(requests.matching(
                List.of(SupportRequest.ESPACE), List.of(last, first), ids -> askers(person, ids), most));
        ANSWERS.forEach(table -> found.addAll(answering(table, person)));
        return found.stream().limit(most).toList();
    }

    private List<Long> askers(Sought person, List<Long> requests) {
        return meant(jdbc.sql("select id, name from funding_support_request where id in (:ids)")
                .param("ids", requests)
                .query((row, n) -> person.isCalled(row.getString(2)) ? row.getLong(1) : NOBODY)
                .list());
    }

    /** Companies are some thousands: no index is worth its keeping. */
    private List<Long> answering(String table, Sought person) {
        return meant(
                jdbc.sql("select a.id, answers ->> 'representativeLastName', answers ->> 'representativeFirstName',"
                                + " answers ->> 'applicantLastName', answers ->> 'applicantFirstName' from " + table
                                + " a join request r on r.id = a.id where r.erased_at is null")
                        .query((row, n) -> person.isCalled(row.getString(2), row.getString(3))
                                        || person.isCalled(row.getString(4), row.getString(5))
                                ? row.getLong(1)
                                : NOBODY)
                        .list());
    }

    private static List<Long> meant(List<Long> ids) {
        return ids.stream().filter(id -> id != NOBODY).toList();
    }

    private static List<String> names(Sought person) {
        String last = person.lastName().strip().toLowerCase(java.util.Locale.FRENCH);
        String first = person.firstName().strip().toLowerCase(java.util.Locale.FRENCH);
        return List.of(last + " " + first, first + " " + last);
    }

    @Override
    public List<Sheet> of(UUID account) {
        return List.of(new Sheet(
                "fournisseur",
                jdbc.sql("select siret, name as denomination, line1 as adresse, postcode as code_postal, city as ville,"
                                + " representative::text as representant, applicant::text as demandeur"
                                + " from funding_supplier where account_id = ?")
                        .param(account)
                        .query()
                        .listOfRows()));
    }

    @Override
    public Optional<String> keeps(UUID account) {
        return jdbc.sql("select name from funding_supplier where account_id = ?")
                .param(account)
                .query(String.class)
                .optional()
                .map(company ->
                        "c’est celui d’un fournisseur enrôlé, à qui des financements sont dus ou ont été versés");
    }

    /** Whose account is a supplier's must stay anyhow. */
    @Override
    public List<UUID> aloneFor(UUID account) {
        return List.of();
    }

    /** Whoever may be forgotten is no supplier, so that there is nothing. */
    @Override
    public void forget(UUID account) {}

    @Override
    public List<String> uploaders(UUID account) {
        return List.of();
    }
}
