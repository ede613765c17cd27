package org.navette.funding;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.requests.Actor;
import org.navette.requests.Scope;

/**
 * Who writes to the support: a supplier at work, or somebody known by their browser's session alone.
 *
 * @param id the supplier's account, or an id made for the session
 * @param supplier null for who is not signed in
 */
public record SupportAuthor(UUID id, @Nullable Supplier supplier) {

    /** A supplier. */
    public static SupportAuthor of(Supplier supplier) {
        return new SupportAuthor(supplier.account(), supplier);
    }

    /** Somebody who is not signed in. */
    public static SupportAuthor unknown(UUID session) {
        return new SupportAuthor(session, null);
    }

    /** True for who must show a proof of work. */
    public boolean isUnknown() {
        return supplier == null;
    }

    /** Whose uploads are meant. */
    public String owner() {
        return SupportRequest.ESPACE + ":" + id;
    }

    Scope scope(String organism) {
        return new Scope(SupportRequest.ESPACE, organism, supplier == null ? id : supplier.id());
    }

    Actor actor(String name) {
        return Actor.partner(id.toString(), name);
    }
}
