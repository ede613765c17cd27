package org.navette.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who works in Tasklist and for whom, as a data file says it ({@code navette.identity} in any configuration file) or as
 * another part hands it to {@link Identity#ensure}.
 *
 * @param organisms each becomes a tenant with the groups {@code <code>-agent}, {@code <code>-supervisor} and
 *     {@code <code>-accountant}
 * @param users the people; their tenants follow from their groups
 */
@ConfigurationProperties("navette.identity")
public record IdentityData(@DefaultValue List<Organism> organisms, @DefaultValue List<User> users) {

    /**
     * A body whose agents work here.
     *
     * @param code three digits, also the tenant's id
     * @param name as agents read it
     */
    public record Organism(String code, String name) {}

    /**
     * A person of an organism, a process owner or an administrator.
     *
     * @param login the id; letters, digits, dot, hyphen
     * @param password the first password; it is never changed afterwards. Nobody signs in with a user without one
     * @param groups among {@code <code>-agent}, {@code <code>-supervisor}, {@code <code>-accountant},
     *     {@code process-owner}, {@code data-officer}, {@code camunda-admin}
     */
    public record User(
            String login,
            String firstName,
            String lastName,
            @Nullable String email,
            @Nullable String password,
            @DefaultValue List<String> groups) {

        /** The password stays out of logs. */
        @Override
        public String toString() {
            return login + " " + groups;
        }
    }
}
