package org.navette.accounts.web;

import org.navette.accounts.EspaceLogin;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * One security chain for each {@link EspaceLogin} bean. Paths of no espace are the matter of other chains, the last of
 * which closes whatever is left (portal).
 */
@Configuration(proxyBeanMethods = false)
class EspaceChains {

    private static final int ORDER = 100;

    @Bean
    static BeanDefinitionRegistryPostProcessor espaceChainRegistrar() {
        return new Registrar();
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
