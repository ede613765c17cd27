package org.navette.accounts;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The application's own encoder, with less work for each password: tests make many hundreds of people. What the real one
 * costs is {@link PasswordsTest}'s subject.
 */
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {

    private static final int KIB = 256;
    private static final AtomicLong COMPARISONS = new AtomicLong();
    private static final AtomicLong HASHES = new AtomicLong();

    @Bean
    static BeanPostProcessor quickPasswords() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof Passwords.BoundedArgon2) {
                    ReflectionTestUtils.setField(bean, "argon2", new Counted());
                }
                return bean;
            }
        };
    }

    /** How many passwords were compared with a hash since the start. */
    static long comparisons() {
        return COMPARISONS.get();
    }

    /** How many passwords were hashed since the start. */
    static long hashes() {
        return HASHES.get();
    }

    private static final class Counted extends Argon2PasswordEncoder {

        private Counted() {
            super(16, 32, 1, KIB, 1);
        }

        @Override
        public String encode(CharSequence password) {
            HASHES.incrementAndGet();
            return super.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String encoded) {
            COMPARISONS.incrementAndGet();
            return super.matches(password, encoded);
        }
    }
}
