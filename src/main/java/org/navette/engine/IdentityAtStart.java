package org.navette.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the people of the configuration and the lists of Tasklist in place before the port opens. The administrator is
 * {@code navette.admin.login} with {@code navette.admin.password}, needed until there is one.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityData.class)
class IdentityAtStart implements SmartInitializingSingleton {

    private final Identity identity;
    private final Agents agents;
    private final ShippedFilters filters;
    private final IdentityData data;
    private final TransactionTemplate transaction;
    private final @Nullable String login;
    private final @Nullable String password;

    IdentityAtStart(
            Identity identity,
            Agents agents,
            ShippedFilters filters,
            IdentityData data,
            org.springframework.transaction.PlatformTransactionManager transactions,
            @Value("${navette.admin.login:#{null}}") @Nullable String login,
            @Value("${navette.admin.password:#{null}}") @Nullable String password) {
        this.identity = identity;
        this.agents = agents;
        this.filters = filters;
        this.data = data;
        this.transaction = new TransactionTemplate(transactions);
        this.login = login;
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            identity.ensure(data);
            filters.ensure();
            if (login != null && !login.isBlank() && password != null && !password.isBlank()) {
                identity.ensure(new IdentityData(
                        List.of(),
                        List.of(new IdentityData.User(
                                login, "Administration", "Navette", null, password, List.of(Agents.ADMINISTRATOR)))));
            }
        });
    }

    /**
     * Looks once everything has started, the people of a demonstration included.
     *
     * @throws NoAdministrator when agents would be led to Camunda's set-up page
     */
    @EventListener(ApplicationReadyEvent.class)
    void administered() {
        if (!agents.isAnyoneIn(Agents.ADMINISTRATOR)) {
            throw new NoAdministrator();
        }
    }
}
