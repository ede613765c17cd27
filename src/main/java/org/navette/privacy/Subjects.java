package org.navette.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.navette.accounts.Account;
import org.navette.accounts.AccountErasure;
import org.navette.accounts.Accounts;
import org.navette.requests.PersonRequests;
import org.navette.requests.PersonRequests.Found;
import org.navette.retention.PersonalData;
import org.navette.retention.PersonalData.Sheet;
import org.navette.retention.Retained;
import org.navette.retention.Sought;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is meant: accounts, and persons without one whom requests name; and what is theirs. */
@Component
@Transactional(readOnly = true)
public class Subjects {

    /** As many requests as one person is sought in; who needs more gives a date of birth. */
    public static final int MOST = 2_000;

    private static final int MOST_ACCOUNTS = 20;

    private final List<PersonalData> espaces;
    private final List<Retained> retained;
    private final AccountErasure search;
    private final Accounts accounts;
    private final PersonRequests requests;

    Subjects(
            List<PersonalData> espaces,
            List<Retained> retained,
            AccountErasure search,
            Accounts accounts,
            PersonRequests requests) {
        this.espaces = espaces;
        this.retained = retained;
        this.search = search;
        this.accounts = accounts;
        this.requests = requests;
    }

    /** The accounts of all espaces with this login or address; 20 at most. */
    public List<Account> accounts(String text) {
        return search.find(espaces.stream().map(PersonalData::espace).toList(), text, MOST_ACCOUNTS);
    }

    /** An account, unless there is none. */
    public Optional<Account> account(UUID id) {
        return accounts.find(id);
    }

    /** How many requests of each kind name a person, by the kind's label. */
    public Map<String, Long> count(Sought person) {
        Map<String, Long> counts = new TreeMap<>();
        requests.of(naming(person), 0, MOST).forEach(found -> counts.merge(label(found.kind()), 1L, Long::sum));
        return counts;
    }

    /** What the search compares, by the kind's label. */
    public Map<String, String> reach() {
        Map<String, String> reach = new TreeMap<>();
        espaces.forEach(espace -> espace.reach().forEach((kind, words) -> reach.put(label(kind), words)));
        return reach;
    }

    private String label(String code) {
        return retained.stream()
                .flatMap(espace -> espace.kinds().stream())
                .filter(kind -> kind.code().equals(code))
                .map(Retained.Kind::label)
                .findFirst()
                .orElse(code);
    }

    /** The person's requests behind the one that was reached, the oldest first. */
    List<Found> requests(Demand demand, long behind, int most) {
        return demand.account() != null
                ? requests.of(demand.account(), behind, most)
                : requests.of(naming(Objects.requireNonNull(demand.sought())), behind, most);
    }

    private List<Long> naming(Sought person) {
        return espaces.stream()
                .flatMap(espace -> espace.naming(person, MOST).stream())
                .sorted()
                .limit(MOST)
                .toList();
    }

    /** What espaces know of the person beside requests. */
    List<Sheet> sheets(Demand demand) {
        List<Sheet> sheets = new ArrayList<>();
        if (demand.account() != null) {
            espace(demand.account()).ifPresent(espace -> sheets.addAll(espace.of(demand.account())));
        } else {
            espaces.forEach(espace -> sheets.addAll(espace.of(Objects.requireNonNull(demand.sought()))));
        }
        return sheets.stream().filter(sheet -> !sheet.rows().isEmpty()).toList();
    }

    /** The espace of an account, if there is such an account. */
    Optional<PersonalData> espace(UUID id) {
        return accounts.find(id).flatMap(account -> espaces.stream()
                .filter(espace -> espace.espace().equals(account.espace()))
                .findFirst());
    }

    /** The requests of an account behind the one that was reached, the oldest first. */
    List<Found> requests(UUID account, long behind, int most) {
        return requests.of(account, behind, most);
    }

    /** Whether something is still expected of a request that these structures have made. */
    boolean anyOpen(List<UUID> structures) {
        return !structures.isEmpty()
                && requests.anyOpen(
                        structures,
                        retained.stream()
                                .flatMap(espace -> espace.kinds().stream())
                                .map(Retained.Kind::code)
                                .toList());
    }
}
