package org.navette.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * Who gets at measures and details of health: whoever sends {@code Authorization: Bearer <navette.operations.token>}.
 * Without a token in the settings nobody does. Proxies ask {@code /actuator/health/liveness} and {@code …/readiness}
 * without one.
 */
@Configuration(proxyBeanMethods = false)
class OperatorDoor {

    private static final int ORDER = 60;
    private static final String[] OPEN = {"/actuator/health/liveness", "/actuator/health/readiness"};

    @Bean
    @Order(ORDER)
    SecurityFilterChain operatorPages(HttpSecurity http, @Value("${navette.operations.token:}") String token)
            throws Exception {
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return http.securityMatcher("/actuator", "/actuator/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .access((person, context) -> new AuthorizationDecision(
                                !token.isBlank() && MessageDigest.isEqual(expected, sent(context.getRequest()))))
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }

    private static byte[] sent(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return (header == null ? "" : header).getBytes(StandardCharsets.UTF_8);
    }
}
