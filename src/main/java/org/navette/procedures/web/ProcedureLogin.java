package org.navette.procedures.web;

import org.navette.accounts.EspaceLogin;
import org.navette.procedures.Office;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How professionals enter their espace. */
@Configuration(proxyBeanMethods = false)
class ProcedureLogin {

    @Bean
    EspaceLogin proceduresLogin() {
        return EspaceLogin.of(
                        Office.ESPACE,
                        Paths.PREFIX,
                        "Vos démarches administratives",
                        "/accessibilite",
                        "/mentions-legales")
                .byEmail()
                .withRegistration(RegistrationController.PATH)
                .withOwnAccount(Paths.ACCOUNT);
    }
}
