package org.navette.engine.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.navette.engine.Agents;
import org.navette.engine.RefusedCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What process owners call with their password: what Modeler needs of {@code engine-rest}, which is the version, the list
 * of deployments and a new deployment, and the rehearsals of {@link ModelCalls}. Nothing else is reachable there, and
 * nothing without a password.
 */
@Configuration(proxyBeanMethods = false)
class ModelerChain {

    /** Before the agents' pages: the calls about rehearsals are beside the page about them. */
    private static final int ORDER = 49;

    private static final int LARGEST_DEPLOYMENT = 10 * 1024 * 1024;

    @Bean
    @Order(ORDER)
    SecurityFilterChain modelerCalls(HttpSecurity http, AgentLogin login, Agents agents) throws Exception {
        var owner = AgentChain.having(agents, groups -> groups.contains(Agents.PROCESS_OWNER));
        return http.securityMatcher(
                        AgentChain.paths("/engine-rest", "/engine-rest/**", ModelCalls.PATH, ModelCalls.PATH + "/**"))
                .authenticationProvider(login.provider())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // no cookie is looked at; the filter below refuses what a browser sends
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(ModelerChain::signInFirst))
                .authorizeHttpRequests(requests -> requests.requestMatchers(AgentChain.paths(
                                HttpMethod.GET,
                                "/engine-rest/version",
                                "/engine-rest/engine/default/version",
                                "/engine-rest/deployment",
                                "/engine-rest/engine/default/deployment",
                                "/engine-rest/deployment/count",
                                "/engine-rest/engine/default/deployment/count"))
                        .access(owner)
                        .requestMatchers(AgentChain.paths(
                                HttpMethod.POST,
                                "/engine-rest/deployment/create",
                                "/engine-rest/engine/default/deployment/create"))
                        .access(owner)
                        .requestMatchers(AgentChain.paths(ModelCalls.PATH, ModelCalls.PATH + "/**"))
                        .access(owner)
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(ModelerChain::signInFirst)
                        .accessDeniedHandler((request, response, failure) ->
                                Replies.refuse(response, 403, "Forbidden", Replies.NOT_OPEN)))
                .addFilterAfter(new RefusedCalls(), SecurityContextHolderFilter.class)
                .addFilterAfter(new AsOwner(agents), AuthorizationFilter.class)
                .build();
    }

    /** No challenge is sent: a browser would ask for a password and send it along with forged requests. */
    private static void signInFirst(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof LockedException) {
            Replies.refuse(response, 429, "Unauthorized", "Trop de tentatives. Réessayez dans quelques instants.");
        } else {
            Replies.refuse(response, 401, "Unauthorized", "Identifiant ou mot de passe incorrect.");
        }
    }

    /** Runs the call with the owner's own rights in the engine, which otherwise sees nobody and allows everything. */
    private static final class AsOwner extends OncePerRequestFilter {

        private final Agents agents;

        private AsOwner(Agents agents) {
            this.agents = agents;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String site = request.getHeader("Sec-Fetch-Site");
            if (site != null && !site.equals("none") && !site.equals("same-origin")) {
                Replies.refuse(response, 403, "Forbidden", Replies.NOT_OPEN);
                return;
            }
            if (request.getRequestURI().startsWith(ModelCalls.PATH)) {
                // ours, which has let the owner in; the engine sees nobody
                chain.doFilter(request, response);
                return;
            }
            HttpServletRequest bounded = request;
            if (request.getMethod().equals("POST")) {
                try {
                    bounded = BoundedBody.read(request, LARGEST_DEPLOYMENT);
                } catch (BoundedBody.TooLarge e) {
                    Replies.refuse(response, 413, "TooLarge", "Le déploiement dépasse 10 Mo.");
                    return;
                }
            }
            try {
                HttpServletRequest handedOn = bounded;
                agents.as(SecurityContextHolder.getContext().getAuthentication().getName(), () -> {
                    try {
                        chain.doFilter(handedOn, response);
                        return null;
                    } catch (IOException | ServletException e) {
                        throw new Failed(e);
                    }
                });
            } catch (Failed e) {
                if (e.getCause() instanceof IOException io) {
                    throw io;
                }
                throw (ServletException) e.getCause();
            }
        }

        private static final class Failed extends RuntimeException {
            Failed(Exception cause) {
                super(cause);
            }
        }
    }
}
