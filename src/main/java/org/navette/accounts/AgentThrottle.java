package org.navette.accounts;

import org.jspecify.annotations.Nullable;
import org.navette.engine.LoginThrottle;
import org.navette.engine.SecurityLog;
import org.springframework.stereotype.Component;

/** Agents are slowed down like everyone: the same rows, the same delays. */
@Component
class AgentThrottle implements LoginThrottle {

    private static final String SCOPE = "agents";

    private final Throttle throttle;

    AgentThrottle(Throttle throttle) {
        this.throttle = throttle;
    }

    @Override
    public void check(String key, String address) {
        try {
            throttle.admit(SCOPE, key, address);
        } catch (TooManyAttempts e) {
            SecurityLog.signInDelayed(SCOPE, address);
            throw new LoginThrottled();
        }
    }

    @Override
    public void failed(@Nullable String login, String address) {
        // counted when it began
        SecurityLog.signInFailed(SCOPE, login, address);
    }

    @Override
    public void succeeded(String login, String address) {
        throttle.succeeded(SCOPE, login, address);
        SecurityLog.signedIn(SCOPE, login, address);
    }
}
