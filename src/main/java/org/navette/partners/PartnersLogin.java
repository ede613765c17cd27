package org.navette.partners;

import org.navette.accounts.EspaceLogin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How partners enter their espace. */
@Configuration(proxyBeanMethods = false)
class PartnersLogin {

    @Bean
    EspaceLogin partnersEspace() {
        return EspaceLogin.of("partners", "/partenaires", "Espace Partenaires");
    }
}
