package org.navette.engine;

import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An agent's password: compared with what is typed, and changed by the agent; the first one is an administrator's. */
@Component
public class AgentPassword {

    /** What a session keeps of the password that it was opened with, see {@link Agents#passwordMark}. */
    public static final String MARK = "NAVETTE_AGENTS_PASSWORD";

    /** Characters of a password that is worth hashing. */
    public static final int LONGEST = 128;

    private final IdentityService identity;
    private final ProcessEngine engine;
    private final Agents agents;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    AgentPassword(
            @Lazy IdentityService identity,
            @Lazy ProcessEngine engine,
            Agents agents,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.identity = identity;
        this.engine = engine;
        this.agents = agents;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** True when it is the agent's password. To be called outside a transaction: hashing is slow. */
    public boolean isOf(String login, String typed) {
        return agents.user(login).filter(user -> matches(user, typed)).isPresent();
    }

    /**
     * Sets another one and publishes {@link AgentPasswordChanged}. All the agent's sessions end but this one. Of two
     * changes at once one is made. To be called outside a transaction: hashing is slow.
     *
     * @param current the present one as typed
     * @return false, and nothing changed, when it is not the present one
     */
    public boolean change(String login, String current, String chosen, HttpSession session) {
        // read before the comparison: a change made meanwhile is told by the row's version
        User user = agents.user(login).filter(known -> matches(known, current)).orElse(null);
        if (user == null) {
            return false;
        }
        user.setPassword(chosen);
        try {
            transaction.executeWithoutResult(status -> {
                identity.saveUser(user);
                events.publishEvent(new AgentPasswordChanged(
                        login, known(user.getFirstName()), known(user.getLastName()), known(user.getEmail())));
            });
        } catch (OptimisticLockingException e) {
            return false;
        }
        agents.passwordMark(login).ifPresent(mark -> session.setAttribute(MARK, mark));
        return true;
    }

    /** The agent's e-mail address; empty when none is known. */
    public String email(String login) {
        return agents.user(login).map(User::getEmail).orElse("");
    }

    /** The engine's own comparison writes into the agent's row after a failure, and so would look like another change. */
    private boolean matches(User user, String typed) {
        if (typed.length() > LONGEST) {
            return false;
        }
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        String salted = EncryptionUtil.saltPassword(typed, ((UserEntity) user).getSalt());
        return configuration.getPasswordManager().check(salted, user.getPassword());
    }

    private static String known(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
