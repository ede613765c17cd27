package org.navette.accounts.web;

import java.util.Objects;
import java.util.stream.Stream;
import org.navette.accounts.Accounts;
import org.navette.accounts.EspaceLogin;
import org.navette.accounts.PageHeaders;
import org.navette.engine.LongestSession;
import org.navette.engine.RefusedCalls;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.stereotype.Component;

/** Builds the security chain of an espace: everything under its prefix is closed but the pages around signing in. */
@Component
class EspaceChain {

    private static final String CSRF_HEADER = "X-NAVETTE-CSRF";

    private final Accounts accounts;
    private final LongestSession longest;

    EspaceChain(Accounts accounts, LongestSession longest) {
        this.accounts = accounts;
        this.longest = longest;
    }

    SecurityFilterChain build(HttpSecurity http, EspaceLogin login) throws Exception {
        String prefix = login.prefix();
        var session = new EspaceSession(login);
        return http.securityMatcher(prefix, prefix + "/**")
                .securityContext(context -> context.securityContextRepository(session.contexts()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens(login)))
                .headers(PageHeaders.strict())
                .requestCache(cache -> cache.disable())
                .addFilterBefore(longest, SecurityContextHolderFilter.class)
                .addFilterAfter(new StillOpen(accounts, session), SecurityContextHolderFilter.class)
                .addFilterAfter(new PasswordFirst(login), StillOpen.class)
                .addFilterAfter(new RefusedCalls(), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, openToRead(login))
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, openToSend(login))
                        .permitAll()
                        // a file that was added to an open form
                        .requestMatchers(HttpMethod.DELETE, below(login, login.openForms().stream()))
                        .permitAll()
                        .requestMatchers(prefix + Refusals.PATH)
                        .permitAll()
                        .anyRequest()
                        .hasRole(login.role()))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(new Refusals.SignInFirst(login))
                        .accessDeniedHandler(new Refusals.Denied(login)))
                .logout(logout -> logout.logoutUrl(prefix + "/deconnexion")
                        .invalidateHttpSession(false)
                        .clearAuthentication(true)
                        .addLogoutHandler((request, response, person) -> session.forget(request))
                        // behind TLS: no page read before is shown again by the button back
                        .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE)))
                        .logoutSuccessUrl(prefix + LoginPage.PATH + "?etat=deconnexion"))
                .build();
    }

    static HttpSessionCsrfTokenRepository csrfTokens(EspaceLogin login) {
        var tokens = new HttpSessionCsrfTokenRepository();
        tokens.setHeaderName(CSRF_HEADER);
        tokens.setSessionAttributeName(login.attribute("csrf"));
        return tokens;
    }

    private static String[] openToSend(EspaceLogin login) {
        return below(login, withoutSession(login));
    }

    private static String[] openToRead(EspaceLogin login) {
        return below(login, Stream.concat(withoutSession(login), login.publicPaths().stream()));
    }

    /** The pages that are both read and sent by people who are not signed in. */
    private static Stream<String> withoutSession(EspaceLogin login) {
        var own = Stream.of(
                LoginPage.PATH,
                PasswordPages.FORGOTTEN,
                PasswordPages.CHOOSE,
                ConfirmationPage.PATH,
                login.registration(),
                login.loginName().canBeForgotten() ? ForgottenLoginPage.PATH : null,
                login.ownAccount() == null ? null : NewEmailPage.PATH);
        return Stream.concat(own.filter(Objects::nonNull), login.openForms().stream());
    }

    private static String[] below(EspaceLogin login, Stream<String> paths) {
        return paths.map(path -> login.prefix() + path).toArray(String[]::new);
    }
}
