package org.navette.funding;

/**
 * A rule that needs what a supplier has already asked for: number already used, beneficiary already funded, advance not
 * decided… Each bean of this type is asked, in the order of its {@code @Order}, when a supplier simulates or imports;
 * never for the open simulator, which must tell nothing of what others do.
 */
@FunctionalInterface
interface SupplierRule {

    /**
     * Tells all that is wrong. Best asked once for the whole file: {@link DeclaredFile#requests()} may be 200, with 500
     * beneficiaries each.
     *
     * @param supplier whose file it is
     */
    void check(DeclaredFile file, FileRule.Context context, Supplier supplier, Findings findings);
}
