package org.navette.directory;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The remote register: off until {@code navette.directory.register.url} is set, then asked with the token
 * {@code navette.directory.register.token} for at most {@code navette.directory.register.timeout} (2 s).
 */
@Configuration(proxyBeanMethods = false)
class RegisterSettings {

    @Bean
    CompanyRegister companyRegister(
            @Value("${navette.directory.register.url:}") String url,
            @Value("${navette.directory.register.token:}") String token,
            @Value("${navette.directory.register.timeout:2s}") Duration timeout,
            MeterRegistry meters) {
        if (url.isBlank()) {
            return siret -> Optional.empty();
        }
        return new HttpCompanyRegister(URI.create(url.strip()), token.strip(), timeout, meters);
    }
}
