package org.navette.directory;

import org.navette.engine.IdentityData;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the organisms of {@code navette.identity.organisms} to the directory before the port opens: the same line of
 * the configuration makes the agents' groups and the organism that requests go to. Others stay as they are.
 */
@Component
class OrganismsAtStart implements SmartInitializingSingleton {

    private final IdentityData data;
    private final JdbcClient jdbc;

    OrganismsAtStart(IdentityData data, JdbcClient jdbc) {
        this.data = data;
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        data.organisms().forEach(organism -> jdbc.sql("insert into organism (code, name) values (?, ?)"
                        // two nodes may start together
                        + " on conflict (code) do update set name = excluded.name")
                .params(organism.code(), organism.name())
                .update());
    }
}
