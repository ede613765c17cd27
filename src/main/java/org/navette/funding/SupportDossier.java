package org.navette.funding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.navette.requests.LetterFacts;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents read of a request to the support, and what its mails say. */
@Component
@Transactional(readOnly = true)
class SupportDossier extends TopicDossier implements LetterFacts {

    /** An answer goes out as a mail alone: there is no page where a file of it could be fetched. */
    private static final String ANSWER_CONTEXT = "funding.support-answer";

    private final SupportRows rows;
    private final SupportRecap recap;
    private final Suppliers suppliers;

    SupportDossier(SupportRows rows, SupportRecap recap, Suppliers suppliers) {
        super(suppliers, new Topic("support", "Demandes d'assistance", List.of()));
        this.rows = rows;
        this.recap = recap;
        this.suppliers = suppliers;
    }

    @Override
    public String espace() {
        return SupportRequest.ESPACE;
    }

    @Override
    public String applicant(Request request) {
        SupportRequest own = rows.get(request.id());
        String company = own.text("company");
        return company.isEmpty() ? own.name() : company;
    }

    /** What was typed, and who was signed in: what somebody says of themselves proves nothing. */
    @Override
    public List<Block> blocks(Request request) {
        SupportRequest own = rows.get(request.id());
        List<Block> blocks = new ArrayList<>(recap.blocks(own));
        blocks.add(new Block(
                "Compte",
                Optional.ofNullable(own.supplier())
                        .flatMap(suppliers::find)
                        .map(SupportDossier::account)
                        .orElse(List.of(Line.of("account", "Envoyée", "Sans compte\u00a0: identité non vérifiée")))));
        return blocks;
    }

    private static List<Line> account(Supplier supplier) {
        return List.of(
                Line.of("account", "Identifiant", supplier.uid()),
                Line.of("accountName", "Dénomination sociale", supplier.name()),
                Line.of("accountSiret", "SIRET", supplier.siret()));
    }

    @Override
    public Map<String, String> labels(Request request) {
        return Map.of(SupportRequests.FILE, "Pièce jointe");
    }

    @Override
    public String answerContext() {
        return ANSWER_CONTEXT;
    }

    /** The form asks for one name, which may be a whole one. */
    @Override
    public Optional<Addressee> addressee(Request request) {
        SupportRequest own = rows.get(request.id());
        return Optional.of(new Addressee(own.email(), own.name(), ""));
    }

    @Override
    public Map<String, Object> of(Request request) {
        SupportRequest own = rows.get(request.id());
        Map<String, Object> facts = new HashMap<>();
        facts.put("recap", recap.text(own));
        if (own.answer() != null) {
            facts.put("text", own.answer());
            facts.put("description", own.text("description"));
        }
        return facts;
    }
}
