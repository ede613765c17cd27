package org.navette.providers;

import org.navette.requests.DossierSource;

/** A dossier of the CNSS: agents send no file with it, what they decide stands in the establishment's lists. */
interface CareDossier extends DossierSource {

    @Override
    default String answerContext() {
        return "providers.none";
    }

    @Override
    default String answerOwner() {
        return "providers-agents";
    }
}
