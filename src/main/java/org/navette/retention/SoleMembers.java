package org.navette.retention;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is the only one that can sign in for a structure. */
@Component
public class SoleMembers {

    private final JdbcClient jdbc;

    SoleMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Structures of an account for which no other active account can sign in.
     *
     * @param members an espace's table of members, with an {@code account_id}
     * @param structure its column of structures
     */
    public List<UUID> of(UUID account, String members, String structure) {
        return jdbc.sql(
                        """
                        select m.%2$s from %1$s m where m.account_id = ? and m.%2$s is not null and not exists (
                          select 1 from %1$s o join account a on a.id = o.account_id
                          where o.%2$s = m.%2$s and o.account_id <> m.account_id and a.active)"""
                                .formatted(members, structure))
                .param(account)
                .query(UUID.class)
                .list();
    }
}
