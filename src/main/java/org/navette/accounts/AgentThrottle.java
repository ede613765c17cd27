package org.navette.accounts;

import org.navette.engine.LoginThrottle;
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
            throw new LoginThrottled();
        }
    }

    @Override
    public void failed(String key, String address) {
        // counted when it began
    }

    @Override
    public void succeeded(String key, String address) {
        throttle.succeeded(SCOPE, key, address);
    }
}
