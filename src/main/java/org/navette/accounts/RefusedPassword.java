package org.navette.accounts;

import java.util.List;

/** The password breaks the policy. */
public final class RefusedPassword extends RuntimeException {

    private final transient List<String> messages;

    RefusedPassword(List<String> messages) {
        super("password refused by the policy");
        this.messages = List.copyOf(messages);
    }

    /** Why, in French, as shown beside the field. */
    public List<String> messages() {
        return messages;
    }
}
