package org.navette.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Refuses to start when limits disagree, or when production has what only a demonstration may have. */
@Configuration(proxyBeanMethods = false)
class SettingsAtStart {

    /** The outcome: there is one bean of it, so that the context checks while it starts. */
    record Checked(List<String> what) {}

    @Bean
    @DependsOnDatabaseInitialization
    Checked agreeingLimits(
            JdbcClient jdbc,
            MultipartProperties multipart,
            ServerProperties server,
            @Value("${spring.datasource.hikari.maximum-pool-size}") int pool,
            @Value("${spring.datasource.hikari.data-source-properties.socketTimeout}") int silence,
            @Value("${navette.operations.nodes}") int nodes,
            @Value("${camunda.bpm.job-execution.lock-time-in-millis}") int lock) {
        var limits = new Limits(
                multipart.getMaxFileSize(),
                multipart.getMaxRequestSize(),
                server.getTomcat().getMaxSwallowSize(),
                DataSize.ofBytes(Runtime.getRuntime().maxMemory()),
                pool,
                nodes,
                connections(jdbc),
                Duration.ofSeconds(silence),
                Duration.ofMillis(lock));
        return checked(limits.disagreements());
    }

    @Bean
    @Profile("production")
    @DependsOnDatabaseInitialization
    Checked fitForProduction(
            JdbcClient jdbc,
            JdbcConnectionDetails database,
            Environment environment,
            @Value("${navette.operations.token}") String token,
            @Value("${navette.admin.password:}") String administrator,
            @Value("${navette.public-url}") String url) {
        List<String> found = new ArrayList<>(
                new Secrets(text(database.getUsername()), text(database.getPassword()), token, administrator, url)
                        .weaknesses());
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            found.add(
                    "The profiles local and production exclude each other: set spring.profiles.active to production.");
        }
        if (jdbc.sql("select exists (select from demonstration)")
                .query(Boolean.class)
                .single()) {
            found.add("The database holds the demonstration, whose accounts share a password that everybody knows: give"
                    + " production an empty database.");
        }
        return checked(found);
    }

    private static Checked checked(List<String> found) {
        if (!found.isEmpty()) {
            throw new UnfitSettings(found);
        }
        return new Checked(found);
    }

    private static int connections(JdbcClient jdbc) {
        return jdbc.sql("select current_setting('max_connections')::int"
                        + " - current_setting('superuser_reserved_connections')::int")
                .query(Integer.class)
                .single();
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
