package org.navette;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A fresh PostgreSQL cluster for the test run, gone with it. */
@TestConfiguration(proxyBeanMethods = false)
class TestDatabase {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres testServer() throws IOException {
        return TestCluster.start(Map.of("fsync", "off", "full_page_writes", "off"));
    }

    @Bean
    JdbcConnectionDetails testConnection(EmbeddedPostgres server) {
        return TestCluster.connection(server);
    }
}
