package org.navette.partners;

import java.util.List;
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

    private final PartnerRequestRows rows;
    private final Forms forms;

    PartnerDossier(PartnerRequestRows rows, Forms forms) {
        this.rows = rows;
        this.forms = forms;
    }

    @Override
    public String espace() {
        return PartnerRequest.ESPACE;
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
}
