package org.navette.partners;

import java.util.ArrayList;
import java.util.List;
import org.navette.directory.Structure;
import org.navette.directory.Structures;
import org.navette.forms.Block;
import org.navette.forms.Forms;
import org.navette.requests.DossierSource;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents read of a partner's request. */
@Component
@Transactional(readOnly = true)
class PartnerDossier implements DossierSource {

    /** The field of the offers' forms that says why, and the choices it offers. */
    private static final String REASON = "reason";

    private static final String REASONS = "reasons";

    private final PartnerRequestRows rows;
    private final Structures structures;
    private final Forms forms;
    private final Offers offers;

    PartnerDossier(PartnerRequestRows rows, Structures structures, Forms forms, Offers offers) {
        this.rows = rows;
        this.structures = structures;
        this.forms = forms;
        this.offers = offers;
    }

    @Override
    public String espace() {
        return PartnerRequest.ESPACE;
    }

    @Override
    public String applicant(Request request) {
        return structures
                .findById(request.scope().structure())
                .map(Structure::name)
                .orElse("inconnue");
    }

    @Override
    public List<Block> blocks(Request request) {
        PartnerRequest own = rows.findById(request.id()).orElseThrow();
        return forms.layout(forms.byDefinition(own.formDefinitionId()), own.answers(), own.options());
    }

    @Override
    public String answerContext() {
        return Answers.CONTEXT;
    }

    @Override
    public String answerOwner() {
        return Answers.OWNER;
    }

    @Override
    public List<String> topics(Request request) {
        PartnerRequest own = rows.findById(request.id()).orElseThrow();
        List<String> topics = new ArrayList<>(List.of("", own.offer()));
        if (own.answers().get(REASON) instanceof String reason) {
            topics.add(own.offer() + "/" + reason);
        }
        return topics;
    }

    @Override
    public List<Topic> topics(String organism) {
        return offers.of(organism).stream()
                .map(offer -> new Topic(
                        offer.id(),
                        offer.title(),
                        offers.options(organism, offer.id()).getOrDefault(REASONS, List.of())))
                .toList();
    }
}
