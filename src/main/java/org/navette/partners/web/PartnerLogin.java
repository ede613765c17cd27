package org.navette.partners.web;

import org.navette.accounts.EspaceLogin;
import org.navette.partners.PartnerRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How partners enter their espace. */
@Configuration(proxyBeanMethods = false)
class PartnerLogin {

    @Bean
    EspaceLogin partnersLogin() {
        return EspaceLogin.of(
                PartnerRequest.ESPACE, Paths.PREFIX, "Espace Partenaires", "/accessibilite", "/mentions-legales");
    }
}
