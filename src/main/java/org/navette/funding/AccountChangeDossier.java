package org.navette.funding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.navette.forms.Block;
import org.navette.forms.Forms;
import org.navette.funding.AccountChange.Kind;
import org.navette.funding.FundingDocuments.Subject;
import org.navette.requests.LetterFacts;
import org.navette.requests.Request;

/** What agents read of a change of an account, and what its mails say; one bean per kind. */
abstract class AccountChangeDossier extends TopicDossier implements LetterFacts {

    private final Kind kind;
    private final List<Subject> documented;
    private final AccountChangeRows rows;
    private final Suppliers suppliers;
    private final FundingDocuments documents;
    private final Forms forms;

    /**
     * @param topic what canned answers for these changes are kept under
     * @param documented what documents can have been asked for
     */
    AccountChangeDossier(
            Kind kind,
            Topic topic,
            List<Subject> documented,
            AccountChangeRows rows,
            Suppliers suppliers,
            FundingDocuments documents,
            Forms forms) {
        super(suppliers, topic);
        this.kind = kind;
        this.documented = documented;
        this.rows = rows;
        this.suppliers = suppliers;
        this.documents = documents;
        this.forms = forms;
    }

    /** What the account says now, which the change is compared with. */
    abstract List<Block> now(Supplier supplier);

    @Override
    public String espace() {
        return kind.espace();
    }

    /** The company, what was typed, and what it would replace. */
    @Override
    public List<Block> blocks(Request request) {
        AccountChange change = rows.get(request.id());
        List<Block> blocks = new ArrayList<>();
        Supplier supplier = suppliers.find(change.supplier()).orElseThrow();
        blocks.add(supplier.block());
        blocks.addAll(forms.layout(forms.version(kind.form(), change.form()), change.answers(), Map.of()));
        blocks.addAll(now(supplier));
        return blocks;
    }

    @Override
    public Map<String, String> labels(Request request) {
        Map<String, String> labels = new HashMap<>();
        documented.forEach(subject -> labels.putAll(FundingDocuments.labels(documents.of(subject, true))));
        return labels;
    }

    @Override
    public Map<String, Object> of(Request request) {
        String remark = rows.get(request.id()).remark();
        return remark == null ? Map.of() : Map.of("text", remark);
    }
}
