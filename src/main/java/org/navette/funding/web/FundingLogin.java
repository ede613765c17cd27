package org.navette.funding.web;

import org.navette.accounts.EspaceLogin;
import org.navette.funding.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How suppliers enter their espace, and what everyone may read and send in it (FUND-01, FUND-04). */
@Configuration(proxyBeanMethods = false)
class FundingLogin {

    @Bean
    EspaceLogin fundingEspace() {
        return EspaceLogin.of(
                        Supplier.ESPACE,
                        Paths.PREFIX,
                        "Ségur numérique",
                        "",
                        "/",
                        "/accessibilite",
                        "/mentions-legales",
                        Paths.QUESTIONS,
                        Paths.DOCUMENTATION,
                        Paths.DOCUMENTATION + "/**")
                .byGivenName()
                .withOpenForms(Paths.ENROL, Paths.ENROL + "/**", Paths.SIMULATE, Paths.CONTACT, Paths.CONTACT + "/**")
                .withOwnAccount("/compte");
    }
}
