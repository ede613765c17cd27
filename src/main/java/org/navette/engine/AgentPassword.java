package org.navette.engine;

import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** An agent's password, where the agent changes it; the first one is an administrator's. */
@Component
public class AgentPassword {

    /** What a session keeps of the password that it was opened with, see {@link Agents#passwordMark}. */
    public static final String MARK = "NAVETTE_AGENTS_PASSWORD";

    private final IdentityService identity;
    private final Agents agents;

    AgentPassword(@Lazy IdentityService identity, Agents agents) {
        this.identity = identity;
        this.agents = agents;
    }

    /** True when it is the agent's password now. To be called outside a transaction: hashing is slow. */
    public boolean isOf(String login, String typed) {
        return identity.checkPassword(login, typed);
    }

    /**
     * Sets another one. All the agent's sessions end but this one.
     *
     * @return false when it was changed by somebody else meanwhile; then this session is over too
     */
    public boolean change(String login, String chosen, HttpSession session) {
        User user = identity.createUserQuery().userId(login).singleResult();
        user.setPassword(chosen);
        try {
            identity.saveUser(user);
        } catch (OptimisticLockingException e) {
            return false;
        }
        agents.passwordMark(login).ifPresent(mark -> session.setAttribute(MARK, mark));
        return true;
    }

    /** The agent's e-mail address; empty when none is known. */
    public String email(String login) {
        String email = identity.createUserQuery().userId(login).singleResult().getEmail();
        return email == null ? "" : email;
    }
}
