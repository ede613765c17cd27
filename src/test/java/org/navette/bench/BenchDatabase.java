package org.navette.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.navette.TestCluster;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A fresh cluster set as a real one: what is committed is on the disk. */
@TestConfiguration(proxyBeanMethods = false)
class BenchDatabase {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres benchServer() throws IOException {
        return TestCluster.start(Map.of("shared_buffers", "256MB", "synchronous_commit", "on"));
    }

    @Bean
    JdbcConnectionDetails benchConnection(EmbeddedPostgres server) {
        return TestCluster.connection(server);
    }

    @Bean
    static StatementCounter statementCounter() {
        return new StatementCounter();
    }
}
