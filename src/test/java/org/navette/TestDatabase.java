package org.navette;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A fresh PostgreSQL cluster for the test run, gone with it. */
@TestConfiguration(proxyBeanMethods = false)
class TestDatabase {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres testServer() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .start();
    }

    @Bean
    JdbcConnectionDetails testConnection(EmbeddedPostgres server) {
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
