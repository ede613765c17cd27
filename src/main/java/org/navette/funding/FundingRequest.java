package org.navette.funding;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Couloir;

/**
 * The own part of a request for funding, as it is now.
 *
 * @param id the request's
 * @param supplier whose it is
 * @param dossier the number that advance and balance share
 * @param advance id of the advance; null for an advance
 * @param softwareType DUI, DPI, LGC…
 * @param vatRate in per cent
 * @param holds false once rejected, cancelled or deleted
 * @param amounts null until an agent has looked at it
 * @param awaited names of {@link Field} that the supplier may change
 * @param remark the agent's words: what is awaited, or why it was rejected; null when there is nothing to say
 */
public record FundingRequest(
        long id,
        UUID supplier,
        String dossier,
        RequestType type,
        @Nullable Long advance,
        String ansNumber,
        Couloir couloir,
        String softwareType,
        VatRegime vatRegime,
        BigDecimal vatRate,
        Declaration declaration,
        boolean holds,
        @Nullable Amounts amounts,
        PaymentState payment,
        List<String> awaited,
        @Nullable String remark) {

    public FundingRequest {
        awaited = List.copyOf(awaited);
    }

    /** The code of requests for funding in the register of requests. */
    public static final String ESPACE = Supplier.ESPACE;

    /** What an agent can ask to be changed. */
    public enum Field {
        ORDER_DATE("Date de la commande"),
        AMOUNT("Montant hors taxe"),
        BENEFICIARIES("Bénéficiaires"),
        MANDATARY("Mandataire"),
        ADMINISTRATORS("Administrateurs techniques"),
        SCENARIO("Scénario d'installation");

        private final String label;

        Field(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    /** What the supplier may change now. */
    public Set<Field> fields() {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        awaited.forEach(name -> fields.add(Field.valueOf(name)));
        return fields;
    }

    /** Action: ask for the balance of this advance. */
    public static final String BALANCE = "balance";
}
