package org.navette.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/** Length, and not the login: no rule of composition. Checked when an administrator sets a password. */
class TwelveCharacters implements PasswordPolicy {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(new Length(), new NotTheLogin());
    }

    private static final class Length implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return "PASSWORD_POLICY_LENGTH";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of("minLength", String.valueOf(SHORTEST));
        }

        @Override
        public boolean execute(String password) {
            return password.length() >= SHORTEST && password.length() <= LONGEST;
        }

        @Override
        public boolean execute(String password, @Nullable User user) {
            return execute(password);
        }
    }

    private static final class NotTheLogin implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return "PASSWORD_POLICY_USER_DATA";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return true;
        }

        @Override
        public boolean execute(String password, @Nullable User user) {
            return user == null || !password.equalsIgnoreCase(user.getId());
        }
    }
}
