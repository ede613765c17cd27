package org.navette.accounts.web;

import org.navette.accounts.EspaceLogin;
import org.navette.accounts.PageHeaders;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** One security chain for each {@link EspaceLogin} bean, and a last one that closes every path that has no other. */
@Configuration(proxyBeanMethods = false)
class EspaceChains {

    private static final int ORDER = 100;

    @Bean
    static BeanDefinitionRegistryPostProcessor espaceChainRegistrar() {
        return new Registrar();
    }

    /** Chains of other modules come before it with an order of their own. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain remainingPaths(HttpSecurity http) throws Exception {
        return http.headers(PageHeaders.strict())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/assets/**", "/favicon.ico", "/error", "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Beans are made from beans here: the number of espaces is known only when all definitions are. */
    private static final class Registrar implements BeanDefinitionRegistryPostProcessor {

        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
            var beans = (ConfigurableListableBeanFactory) registry;
            for (String name : beans.getBeanNamesForType(EspaceLogin.class, true, false)) {
                var chain = new RootBeanDefinition(SecurityFilterChain.class, () -> chain(beans, name));
                chain.setAttribute(AbstractBeanDefinition.ORDER_ATTRIBUTE, ORDER);
                registry.registerBeanDefinition(name + "Chain", chain);
            }
        }

        private static SecurityFilterChain chain(ConfigurableListableBeanFactory beans, String name) {
            try {
                return beans.getBean(EspaceChain.class)
                        .build(beans.getBean(HttpSecurity.class), beans.getBean(name, EspaceLogin.class));
            } catch (Exception e) {
                throw new IllegalStateException("no security chain for " + name, e);
            }
        }
    }
}
