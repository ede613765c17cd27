package org.navette.procedures;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the espace knows of an account.
 *
 * @param civility {@code MRS} or {@code MR}
 * @param phone ten digits
 * @param siret of the head office, as given at the registration
 * @param company the directory's, once the person belongs to it; null before
 */
public record Member(
        UUID account, String civility, String phone, String siret, @Nullable UUID company, Standing standing) {}
