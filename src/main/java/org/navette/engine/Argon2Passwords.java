package org.navette.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The engine's users' passwords are kept like everyone's; the engine's own way is one round of SHA-512. */
class Argon2Passwords implements PasswordEncryptor {

    private final Supplier<PasswordEncoder> encoder;

    Argon2Passwords(Supplier<PasswordEncoder> encoder) {
        this.encoder = encoder;
    }

    @Override
    public String encrypt(String password) {
        return encoder.get().encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.get().matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "argon2id";
    }
}
