package org.navette.portal;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An amount of money as people type it: {@code 1 250 000,50}, {@code 1250000.5}, with or without the sign. */
public final class TypedMoney {

    private TypedMoney() {}

    /** The amount with two decimals; nothing when it is none, negative, or of more than twelve digits before the comma. */
    public static Optional<BigDecimal> of(@Nullable String typed) {
        String plain = typed == null
                ? ""
                : typed.replaceAll("[\\s\u00a0\u202f]", "")
                        .replaceFirst("(€|DH)$", "")
                        .replace(',', '.');
        return plain.matches("\\d{1,12}(\\.\\d{1,2})?")
                ? Optional.of(new BigDecimal(plain).setScale(2))
                : Optional.empty();
    }
}
