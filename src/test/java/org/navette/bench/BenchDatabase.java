package org.navette.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A fresh cluster set as a real one: what is committed is on the disk. */
@TestConfiguration(proxyBeanMethods = false)
class BenchDatabase {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres benchServer() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .start();
    }

    @Bean
    JdbcConnectionDetails benchConnection(EmbeddedPostgres server) {
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

    @Bean
    static StatementCounter statementCounter() {
        return new StatementCounter();
    }
}
