package org.navette.retention;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What an espace knows of a person, to be exported or erased on demand (COMM-05). One bean for each espace. */
public interface PersonalData {

    /** The espace's code: whose accounts it knows. */
    String espace();

    /**
     * What the search for a person without an account compares, in French, by the kind of requests: for each kind that the
     * espace retains.
     */
    Map<String, String> reach();

    /**
     * Requests that name a person, by {@link #reach}.
     *
     * @return their ids, {@code most} at most
     */
    List<Long> naming(Sought person, int most);

    /** What the espace's own tables say of an account beside its requests; some rows each. */
    List<Sheet> of(UUID account);

    /** What they say of a person without an account beside requests. */
    default List<Sheet> of(Sought person) {
        return List.of();
    }

    /** Why an account must stay for now, in French; nothing when it may go. */
    Optional<String> keeps(UUID account);

    /** Structures for which nobody else can sign in: their open requests would be nobody's without this account. */
    List<UUID> aloneFor(UUID account);

    /** Erases what {@link #of(UUID)} says, in the caller's transaction, which then anonymises the account. */
    void forget(UUID account);

    /** Whose uploads were never sent: owners as the espace writes them. */
    List<String> uploaders(UUID account);

    /**
     * Rows that belong together, for a file of an export.
     *
     * @param name the file's name, without its ending
     */
    record Sheet(String name, List<Map<String, Object>> rows) {}
}
