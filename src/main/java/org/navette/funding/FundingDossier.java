package org.navette.funding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.navette.directory.Softwares;
import org.navette.forms.Block;
import org.navette.funding.FundingDocuments.Subject;
import org.navette.requests.LetterFacts;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents read of a request for funding, and what its mails say. */
@Component
@Transactional(readOnly = true)
public class FundingDossier extends TopicDossier implements LetterFacts {

    private final FundingRows rows;
    private final Softwares softwares;
    private final Suppliers suppliers;
    private final FundingDocuments documents;

    FundingDossier(FundingRows rows, Softwares softwares, Suppliers suppliers, FundingDocuments documents) {
        super(suppliers, new Topic("funding", "Demande de financement", List.of()));
        this.rows = rows;
        this.softwares = softwares;
        this.suppliers = suppliers;
        this.documents = documents;
    }

    @Override
    public String espace() {
        return FundingRequest.ESPACE;
    }

    @Override
    public List<Block> blocks(Request request) {
        FundingRequest own = rows.get(request.id());
        return FundingSheet.of(
                own,
                softwares.find(own.ansNumber()).orElseThrow(),
                suppliers.find(own.supplier()).orElseThrow());
    }

    @Override
    public Map<String, String> labels(Request request) {
        List<ExpectedDocument> all = new ArrayList<>(documents.of(Subject.AVANCE, false));
        all.addAll(documents.of(Subject.SOLDE, false));
        Map<String, String> labels = new HashMap<>(FundingDocuments.labels(all));
        labels.putAll(FundingPapers.LABELS);
        return labels;
    }

    @Override
    public String answerContext() {
        return AgentFiles.CONTEXT;
    }

    @Override
    public Map<String, Object> of(Request request) {
        FundingRequest own = rows.get(request.id());
        Map<String, Object> facts = new HashMap<>();
        facts.put("type", own.type().label());
        facts.put("editorNumber", own.declaration().editorNumber());
        facts.put(
                "fields",
                String.join(
                        ", ",
                        own.fields().stream().map(FundingRequest.Field::label).toList()));
        if (own.remark() != null) {
            facts.put("text", own.remark());
        }
        return facts;
    }
}
