package org.navette.funding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes declarations as the requests of files that they were read from: the reverse of {@link Declarations}. */
final class DeclarationJson {

    private DeclarationJson() {}

    /** The file of one request. */
    static ObjectNode file(FundingRequest own, JsonNode request) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("type", own.type().code());
        file.put("numeroANS", own.ansNumber());
        // the column has two decimals, the schema's rates have as few as they can
        file.put("tauxTVA", new BigDecimal(own.vatRate().stripTrailingZeros().toPlainString()));
        file.put("regimeTVA", own.vatRegime().name());
        file.putArray("demandes").add(request);
        return file;
    }

    static ObjectNode of(Declaration declaration, RequestType type) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("numeroEditeur", declaration.editorNumber());
        request.put("dateCommande", declaration.orderedOn().toString());
        put(request, "numeroDossierAvance", declaration.advance());
        request.put(type.amountProperty(), declaration.amount());
        ArrayNode beneficiaries = request.putArray("beneficiaires");
        declaration.beneficiaries().forEach(one -> beneficiary(beneficiaries.addObject(), one));
        Declaration.Mandatary mandatary = declaration.mandatary();
        if (mandatary != null) {
            ObjectNode node = request.putObject("mandataire");
            node.put("nom", mandatary.name());
            node.put("raisonSociale", mandatary.company());
            put(node, "siret", mandatary.siret());
            contact(node, mandatary.email(), mandatary.phone());
        }
        if (!declaration.administrators().isEmpty()) {
            ArrayNode administrators = request.putArray("administrateursTechniques");
            for (Declaration.Administrator one : declaration.administrators()) {
                contact(administrators.addObject().put("nom", one.name()), one.email(), one.phone());
            }
        }
        scenario(request.putObject("scenarioInstallation"), declaration.scenario());
        return request;
    }

    private static void beneficiary(ObjectNode node, Declaration.Beneficiary one) {
        node.put("nom", one.name());
        put(node, "raisonSociale", one.company());
        contact(node, one.email(), one.phone());
        node.put(one.kind().property(), one.number());
    }

    private static void contact(ObjectNode node, String email, String phone) {
        node.put("email", email);
        node.put("telephone", phone);
    }

    private static void scenario(ObjectNode node, Declaration.Scenario scenario) {
        scenario.answers().forEach(node::put);
        put(node, CouloirTerms.CITIZEN_MAILBOX, scenario.citizenMailbox());
        if (!scenario.sites().isEmpty()) {
            ArrayNode sites = node.putArray(CouloirTerms.SITES);
            for (Declaration.Site site : scenario.sites()) {
                sites.addObject()
                        .put("finessGeographique", site.finess())
                        .put("ancienneVersion", site.formerVersion())
                        .put("maitreIdentite", site.masterOfIdentities())
                        .put("referentSoin", site.referenceForCare())
                        .put("stockageIdentite", site.storesIdentities())
                        .put("operateurMessagerie", site.mailOperator())
                        .put("profilMetier", site.trade());
            }
        }
    }

    private static void put(ObjectNode node, String property, @Nullable String value) {
        if (value != null) {
            node.put(property, value);
        }
    }
}
