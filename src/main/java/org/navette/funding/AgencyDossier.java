package org.navette.funding;

import org.navette.requests.DossierSource;

/** A dossier of the agency that sends no file with an answer, unless it says otherwise. */
interface AgencyDossier extends DossierSource {

    @Override
    default String answerContext() {
        return AgentFiles.NONE;
    }

    @Override
    default String answerOwner() {
        return AgentFiles.OWNER;
    }
}
