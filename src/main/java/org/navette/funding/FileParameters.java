package org.navette.funding;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What is chosen on the page beside the file, and must agree with its header.
 *
 * @param vatRate in per cent
 */
public record FileParameters(RequestType type, String ansNumber, BigDecimal vatRate) {

    public FileParameters {
        Objects.requireNonNull(type);
        ansNumber = ansNumber.strip();
    }
}
