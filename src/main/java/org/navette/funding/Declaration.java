package org.navette.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One good request of a file, as its supplier declares it.
 *
 * @param rank in the file, from 1
 * @param amount without VAT, of the order or of the invoice; two decimals
 * @param advance the number of the advance's dossier, without the mark M0; null for an advance
 * @param mandatary who ordered for all; null when the order is the one beneficiary's own
 * @param administrators empty in couloirs that have none
 */
public record Declaration(
        int rank,
        String editorNumber,
        LocalDate orderedOn,
        BigDecimal amount,
        @Nullable String advance,
        List<Beneficiary> beneficiaries,
        @Nullable Mandatary mandatary,
        List<Administrator> administrators,
        Scenario scenario) {

    public Declaration {
        beneficiaries = List.copyOf(beneficiaries);
        administrators = List.copyOf(administrators);
    }

    /**
     * Who the software is for.
     *
     * @param company its corporate name; null for a natural person
     */
    public record Beneficiary(
            String name, @Nullable String company, String email, String phone, IdentifierKind kind, String number) {}

    /**
     * Who ordered for several.
     *
     * @param siret null when it was not told
     */
    public record Mandatary(String name, String company, @Nullable String siret, String email, String phone) {}

    /** Who administers what is installed. */
    public record Administrator(String name, String email, String phone) {}

    /**
     * What is installed.
     *
     * @param answers by property of {@link CouloirTerms}
     * @param citizenMailbox null when there is none
     * @param sites empty but in the couloir MS1
     */
    public record Scenario(Map<String, Boolean> answers, @Nullable String citizenMailbox, List<Site> sites) {

        public Scenario {
            answers = Map.copyOf(answers);
            sites = List.copyOf(sites);
        }
    }

    /**
     * Where it is installed.
     *
     * @param finess the geographic one
     * @param trade {@code PA} or {@code PH}
     */
    public record Site(
            String finess,
            String formerVersion,
            boolean masterOfIdentities,
            boolean referenceForCare,
            boolean storesIdentities,
            String mailOperator,
            String trade) {}
}
