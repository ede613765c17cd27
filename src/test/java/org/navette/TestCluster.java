package org.navette;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** A PostgreSQL server of one's own, gone with its {@code close}. */
public final class TestCluster {

    private TestCluster() {}

    /**
     * Starts one.
     *
     * @param settings of {@code postgresql.conf}, beside the connections that the application needs
     * @throws IOException when it does not start
     */
    public static EmbeddedPostgres start(Map<String, String> settings) throws IOException {
        var server = EmbeddedPostgres.builder().setServerConfig("max_connections", "100");
        settings.forEach(server::setServerConfig);
        return server.start();
    }

    /** How the application reaches it. */
    public static JdbcConnectionDetails connection(EmbeddedPostgres server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return server.getJdbcUrl("postgres", "postgres");
            }

            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }
        };
    }
}
