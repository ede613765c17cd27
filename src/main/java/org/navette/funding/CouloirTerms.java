package org.navette.funding;

import static org.navette.funding.IdentifierKind.AM;
import static org.navette.funding.IdentifierKind.FINESS;
import static org.navette.funding.IdentifierKind.FINESS_PMSI;
import static org.navette.funding.IdentifierKind.RPPS;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Couloir;

/**
 * What files say differently from one couloir to another; the schema, which knows no couloir, allows all of it. This table
 * is the whole of it: {@link #of} looks it up.
 *
 * @param identifiers the kinds of number that a beneficiary has exactly one of
 * @param administrators true when requests name their technical administrators
 * @param scenario what the installation scenario says
 */
public record CouloirTerms(List<IdentifierKind> identifiers, boolean administrators, List<Term> scenario) {

    /** The scenario's list of establishments. */
    static final String SITES = "etablissements";
    /** The scenario's mailbox. */
    static final String CITIZEN_MAILBOX = "adresseMssCitoyen";

    /** The profile that a professional profile of an establishment needs. */
    static final Map<String, String> SITE_PROFILES = Map.of("PA", "Personnes-agees", "PH", "Personnes-handicapees");

    private static final Map<Couloir, CouloirTerms> TABLE = new EnumMap<>(Map.of(
            Couloir.HOP,
            terms(
                    List.of(FINESS_PMSI),
                    false,
                    new Term("pfiDmpIndependante", true, "PFI-DMP"),
                    new Term("pfiMssProIndependante", true, "PFI-MSS-Pro"),
                    new Term("pfiMssCitoyenIndependante", true, "PFI-MSS-Citoyen"),
                    new Term("proSanteConnectComplement", true, "ProSanteConnect"),
                    new Term(CITIZEN_MAILBOX, false, null)),
            Couloir.MDV,
            terms(
                    List.of(RPPS, AM),
                    false,
                    new Term("proSanteConnect", true, "ProSanteConnect"),
                    new Term("messagerieCitoyenne", true, "MSS-Citoyen")),
            Couloir.RAD,
            terms(
                    List.of(FINESS, AM),
                    false,
                    new Term("drimSource", true, "DRIM-Source"),
                    new Term("drimConsommatrice", true, "DRIM-Consommatrice")),
            Couloir.PHA,
            terms(
                    List.of(FINESS, AM),
                    false,
                    new Term("proSanteConnect", true, "ProSanteConnect"),
                    new Term("messagerieCitoyenne", true, "MSS-Citoyen")),
            Couloir.BIO,
            terms(List.of(FINESS), false, new Term("alimentationDmp", true, null)),
            Couloir.MS1,
            terms(List.of(FINESS), true, new Term(SITES, true, null)),
            Couloir.MSS,
            terms(List.of(RPPS, FINESS), true, new Term("repriseBoites", true, null)),
            Couloir.SAS,
            terms(List.of(FINESS), true, new Term("agendasPartages", true, null))));

    /**
     * A property of the scenario.
     *
     * @param required false when it may be left out
     * @param profile what the software must be referenced for when the answer is true; null when nothing is checked
     */
    public record Term(String property, boolean required, @Nullable String profile) {}

    /** The terms of a couloir. */
    public static CouloirTerms of(Couloir couloir) {
        return Optional.ofNullable(TABLE.get(couloir)).orElseThrow();
    }

    /** What its beneficiaries are told apart by: {@code FINESS PMSI}, {@code RPPS ou AM}. */
    public String identifier() {
        return identifiers.stream().map(IdentifierKind::shortLabel).collect(Collectors.joining(" ou "));
    }

    private static CouloirTerms terms(List<IdentifierKind> identifiers, boolean administrators, Term... scenario) {
        return new CouloirTerms(identifiers, administrators, List.of(scenario));
    }
}
