package org.navette.funding;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one file says, as far as it can be read: rules look at it whatever else is wrong with it, so that its author learns
 * everything at once. What is missing, or of the wrong type, is empty here and has been told.
 *
 * @param root the whole file
 * @param requests the first 200 of them
 */
record DeclaredFile(JsonNode root, List<DeclaredRequest> requests) {

    DeclaredFile {
        requests = List.copyOf(requests);
    }

    /** A text of the header. */
    Optional<String> text(String property) {
        return Declared.text(root, property);
    }

    /** The type of all requests. */
    Optional<RequestType> type() {
        return text("type").flatMap(RequestType::of);
    }

    /** In per cent. */
    Optional<BigDecimal> vatRate() {
        return Optional.of(root.path("tauxTVA")).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
    }

    /** Whether VAT is paid. */
    Optional<VatRegime> vatRegime() {
        return text("regimeTVA")
                .filter(code -> code.equals(VatRegime.HT.name()) || code.equals(VatRegime.TTC.name()))
                .map(VatRegime::valueOf);
    }

    /**
     * One request of the file.
     *
     * @param index from 0
     */
    record DeclaredRequest(int index, JsonNode node) {

        /** The JSON pointer of the request, or of a property of it. */
        String pointer(String... path) {
            String pointer = "/demandes/" + index;
            return path.length == 0 ? pointer : pointer + "/" + String.join("/", path);
        }

        /** As people count. */
        int rank() {
            return index + 1;
        }

        /** A text. */
        Optional<String> text(String property) {
            return Declared.text(node, property);
        }

        /** The number that the supplier gave it. */
        Optional<String> editorNumber() {
            return text("numeroEditeur");
        }

        /** The amount without VAT, of the order or of the invoice. */
        Optional<BigDecimal> amount(RequestType type) {
            return Optional.of(node.path(type.amountProperty()))
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::decimalValue);
        }

        /** Who the software is for; not more than the schema allows, and one. */
        List<DeclaredBeneficiary> beneficiaries() {
            List<DeclaredBeneficiary> all = new ArrayList<>();
            JsonNode list = node.path("beneficiaires");
            for (int i = 0; list.isArray() && i < list.size(); i++) {
                all.add(new DeclaredBeneficiary(pointer("beneficiaires", String.valueOf(i)), list.get(i)));
            }
            return all;
        }
    }

    /** One beneficiary of a request. */
    record DeclaredBeneficiary(String pointer, JsonNode node) {

        /** The number of a kind. */
        Optional<String> number(IdentifierKind kind) {
            return Declared.text(node, kind.property());
        }
    }

    /** Reads what may be anything. */
    private static final class Declared {

        private static Optional<String> text(JsonNode node, String property) {
            return Optional.of(node.path(property)).filter(JsonNode::isTextual).map(JsonNode::textValue);
        }
    }
}
