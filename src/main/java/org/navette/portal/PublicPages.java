package org.navette.portal;

import org.navette.accounts.EspaceLogin;
import org.navette.accounts.PageHeaders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What belongs to no espace: the first page, the assets, the demonstration's pages. Whatever no other chain knows
 * is refused here.
 */
@Controller
class PublicPages {

    private final ObjectProvider<EspaceLogin> espaces;

    PublicPages(ObjectProvider<EspaceLogin> espaces) {
        this.espaces = espaces;
    }

    @GetMapping("/")
    String first(Model model) {
        model.addAttribute("espaces", espaces.orderedStream().toList());
        return "index";
    }

    @Configuration(proxyBeanMethods = false)
    static class Door {

        /** No parameter holds a NUL, in no espace: nobody types it, and PostgreSQL stores none. */
        @Bean
        HttpFirewall firewall() {
            var firewall = new StrictHttpFirewall();
            firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
            return firewall;
        }

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        SecurityFilterChain publicDoor(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                    "/", "/assets/**", "/favicon.svg", "/error", "/local/**")
                            .permitAll()
                            .anyRequest()
                            .denyAll())
                    .headers(PageHeaders.strict())
                    .requestCache(cache -> cache.disable())
                    .build();
        }
    }
}
