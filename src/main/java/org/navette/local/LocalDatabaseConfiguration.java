package org.navette.local;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Points the data source at the embedded server unless an address of a real one is given. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class LocalDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    LocalDatabase localDatabase(@Value("${navette.local.data:data}") Path folder) {
        return LocalDatabase.start(folder.toAbsolutePath());
    }

    @Bean
    JdbcConnectionDetails localConnection(LocalDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
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
