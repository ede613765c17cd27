package org.navette.accounts;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept, for accounts and for the engine's users. */
@Configuration(proxyBeanMethods = false)
class Passwords {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BoundedArgon2(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Argon2id as OWASP's Password Storage Cheat Sheet sets it (19 MiB, 2 passes, 1 lane), for so many passwords at a
     * time: a rush of log-ins waits instead of taking all memory. A letter typed as one or two characters (é) is the
     * same letter.
     */
    static final class BoundedArgon2 implements PasswordEncoder {

        private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
        private final Semaphore permits;

        BoundedArgon2(int atATime) {
            permits = new Semaphore(Math.max(2, atATime), true);
        }

        @Override
        public String encode(CharSequence password) {
            return bounded(() -> argon2.encode(composed(password)));
        }

        @Override
        public boolean matches(CharSequence password, String encoded) {
            return bounded(() -> argon2.matches(composed(password), encoded));
        }

        @Override
        public boolean upgradeEncoding(String encoded) {
            return argon2.upgradeEncoding(encoded);
        }

        private <T> T bounded(Supplier<T> work) {
            permits.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                permits.release();
            }
        }

        private static String composed(CharSequence password) {
            return Normalizer.normalize(password, Normalizer.Form.NFC);
        }
    }
}
