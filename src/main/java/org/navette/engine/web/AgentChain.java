package org.navette.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.jspecify.annotations.Nullable;
import org.navette.engine.Agents;
import org.navette.engine.LongestSession;
import org.navette.engine.RefusedCalls;
import org.navette.engine.rehearsal.ModelPackage;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The agents' security chain: one sign-in page for Camunda's web applications, which take its word for who is there.
 * Tasklist for agents and supervisors, Cockpit, Admin and Welcome for administrators; groups are read at every request.
 */
@Configuration(proxyBeanMethods = false)
class AgentChain {

    static final String TASKLIST = "/camunda/app/tasklist/default/";

    private static final int ORDER = 50;
    private static final String CONTENT = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String[] FILES = {
        "/camunda/lib/**",
        "/camunda/assets/**",
        "/camunda/favicon.ico",
        "/camunda/app/tasklist/scripts/**",
        "/camunda/app/tasklist/styles/**",
        "/camunda/app/tasklist/locales/**",
        "/camunda/app/tasklist/*.js",
        "/camunda/app/tasklist/*.css",
        "/camunda/api/tasklist/plugin/*/static/**"
    };

    @Bean
    @Order(ORDER)
    SecurityFilterChain agentPages(
            HttpSecurity http,
            AgentLogin login,
            Agents agents,
            TasklistDoor tasklist,
            Clock clock,
            LongestSession longest)
            throws Exception {
        AuthorizationManager<RequestAuthorizationContext> administrator =
                having(agents, groups -> groups.contains(Agents.ADMINISTRATOR));
        AuthorizationManager<RequestAuthorizationContext> agent = having(agents, groups -> groups.stream()
                .anyMatch(group -> group.equals(Agents.ADMINISTRATOR) || Agents.isOfOrganism(group)));
        AuthorizationManager<RequestAuthorizationContext> owner =
                having(agents, groups -> groups.contains(Agents.PROCESS_OWNER));
        AuthorizationManager<RequestAuthorizationContext> supervisor =
                having(agents, groups -> groups.stream().anyMatch(group -> group.endsWith("-supervisor")));
        AuthorizationManager<RequestAuthorizationContext> officer =
                having(agents, groups -> groups.contains(Agents.DATA_OFFICER));
        return http.securityMatcher(paths("/agents", "/agents/**", "/camunda", "/camunda/**"))
                .securityContext(context -> context.securityContextRepository(AgentSession.contexts()))
                .authenticationProvider(login.provider())
                .csrf(csrf -> csrf.csrfTokenRepository(AgentSession.csrfTokens())
                        // Camunda's own filter looks after its pages
                        .ignoringRequestMatchers(paths("/camunda/**")))
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT))
                        .httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(31_536_000))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(paths(FILES)), new CacheControlHeadersWriter())))
                .authorizeHttpRequests(requests -> requests.requestMatchers(paths(SignInPage.PATH))
                        .permitAll()
                        // creates administrators while there is none (CVE-2026-77226)
                        .requestMatchers(paths("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**"))
                        .denyAll()
                        .requestMatchers(paths(HttpMethod.POST, "/camunda/api/admin/auth/user/*/login/**"))
                        .denyAll()
                        .requestMatchers(paths(HttpMethod.GET, "/camunda/api/admin/auth/user/*"))
                        .access(agent)
                        .requestMatchers(paths(FILES))
                        .access(agent)
                        .requestMatchers(paths("/agents", "/agents/", "/agents/session", "/agents/mot-de-passe"))
                        .authenticated()
                        .requestMatchers(paths(ModelPages.PATH, ModelPages.PATH + "/**"))
                        .access(owner)
                        .requestMatchers(paths("/agents/gestion", "/agents/gestion/**"))
                        .access(supervisor)
                        .requestMatchers(paths("/agents/donnees", "/agents/donnees/**"))
                        .access(officer)
                        .requestMatchers(paths(
                                "/agents/**",
                                "/camunda",
                                "/camunda/",
                                "/camunda/app",
                                "/camunda/app/",
                                "/camunda/app/tasklist",
                                "/camunda/app/tasklist/**",
                                "/camunda/api/tasklist/**",
                                "/camunda/api/engine/**"))
                        .access(agent)
                        .anyRequest()
                        .access(administrator))
                .formLogin(form -> form.loginPage(SignInPage.PATH)
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .successHandler((request, response, person) -> {
                            agents.passwordMark(person.getName())
                                    .ifPresent(mark -> AgentSession.password(request.getSession(), mark));
                            response.sendRedirect(SignInPage.home(agents.groups(person.getName())));
                        })
                        .failureHandler((request, response, failure) -> response.sendRedirect(SignInPage.PATH
                                + (failure instanceof LockedException ? "?etat=attente" : "?etat=echec"))))
                .logout(logout -> logout.logoutRequestMatcher(
                                paths(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout", "/agents/deconnexion"))
                        .invalidateHttpSession(false)
                        .clearAuthentication(true)
                        .addLogoutHandler((request, response, person) -> AgentSession.forget(request))
                        // behind TLS: no page read before is shown again by the button back
                        .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE)))
                        .logoutSuccessHandler(AgentChain::signedOut))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(AgentChain::signInFirst)
                        .accessDeniedHandler(AgentChain::denied))
                .addFilterBefore(longest, SecurityContextHolderFilter.class)
                .addFilterBefore(new AgentIdle(clock), SecurityContextHolderFilter.class)
                .addFilterBefore(new AgentStillOpen(agents, paths(FILES)), SecurityContextHolderFilter.class)
                .addFilterAfter(new RefusedCalls(), SecurityContextHolderFilter.class)
                .addFilterAfter(tasklist, AuthorizationFilter.class)
                .build();
    }

    /** Signs in to Camunda's applications whoever the chain above has let in. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> containerAuthentication() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(
                java.util.Map.of("authentication-provider", ContainerBasedAuthenticationProvider.class.getName()));
        registration.setUrlPatterns(List.of("/camunda/app/*", "/camunda/api/*"));
        registration.setOrder(0);
        return registration;
    }

    /** The door is part of the chain, not a filter for every path. */
    @Bean
    FilterRegistrationBean<TasklistDoor> doorOnlyInItsChain(TasklistDoor door) {
        var registration = new FilterRegistrationBean<>(door);
        registration.setEnabled(false);
        return registration;
    }

    static AuthorizationManager<RequestAuthorizationContext> having(
            Agents agents, Predicate<java.util.Set<String>> groups) {
        return (person, context) -> {
            Authentication known = person.get();
            return new AuthorizationDecision(
                    known != null && known.isAuthenticated() && groups.test(agents.groups(known.getName())));
        };
    }

    /** Whole paths, whatever servlet they are for: what Spring takes by default sees only what follows a servlet's own. */
    static RequestMatcher paths(@Nullable HttpMethod method, String... patterns) {
        var whole = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(java.util.Arrays.stream(patterns)
                .map(pattern -> method == null ? whole.matcher(pattern) : whole.matcher(method, pattern))
                .map(RequestMatcher.class::cast)
                .toList());
    }

    static RequestMatcher paths(String... patterns) {
        return paths(null, patterns);
    }

    private static boolean isCall(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/camunda/api/");
    }

    private static void signInFirst(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (isCall(request)) {
            Replies.refuse(response, 401, "SignedOut", "Votre session a pris fin. Reconnectez-vous pour continuer.");
        } else {
            response.sendRedirect(SignInPage.PATH);
        }
    }

    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        if (isCall(request)) {
            Replies.refuse(response, 403, "Forbidden", Replies.NOT_OPEN);
        } else if (request.getRequestURI().startsWith("/camunda/app/tasklist")) {
            response.sendRedirect(SignInPage.PATH + "?etat=refus");
        } else if (request.getContentLengthLong() > ModelPackage.LARGEST) {
            // too large to be read, so that its token was not seen
            response.sendError(413);
        } else {
            response.sendError(403);
        }
    }

    private static void signedOut(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        if (isCall(request)) {
            response.setStatus(204);
        } else {
            response.sendRedirect(SignInPage.PATH + "?etat=deconnexion");
        }
    }
}
