package org.navette.procedures;

import java.util.List;
import java.util.Optional;

/**
 * A kind of request: a row of {@code procedure-kinds}, with its documents and steps.
 *
 * @param effect what its acceptance changes in the directory
 * @param documents expected, in their order
 * @param steps to fill in, in their order, between the documents and the validation
 */
public record Kind(
        String id,
        String title,
        String introduction,
        Effect effect,
        List<ExpectedDocument> documents,
        List<Step> steps) {

    /** A step by its code. */
    public Optional<Step> step(String step) {
        return steps.stream().filter(each -> each.id().equals(step)).findFirst();
    }

    /** A document by its code. */
    public Optional<ExpectedDocument> document(String document) {
        return documents.stream().filter(each -> each.id().equals(document)).findFirst();
    }

    /** What an acceptance changes in the directory. */
    public enum Effect {
        NEW_COMPANY,
        NEW_ESTABLISHMENT,
        ADDRESS,
        STAFF,
        NONE
    }

    /**
     * A document that is expected.
     *
     * @param id its code
     * @param required the request cannot be sent without it
     */
    public record ExpectedDocument(String id, String label, boolean required) {

        /** Whether it can be left out. */
        public enum Requirement {
            REQUIRED,
            OPTIONAL
        }
    }

    /**
     * A step of the wizard.
     *
     * @param id its code, which is its address
     * @param form the form of the step
     * @param personForm the form of one person of the step's list; empty when it has no list
     * @param person what such a person is called, "représentant légal"
     * @param people what several of them are called, "Représentants légaux"
     * @param complete everything of it must be filled in; else it may stay as it was
     */
    public record Step(
            String id, String title, String form, String personForm, String person, String people, boolean complete) {

        /** True when the step has a list of people. */
        public boolean hasPeople() {
            return !personForm.isEmpty();
        }

        /** How much of a step must be filled in. */
        public enum Completeness {
            COMPLETE,
            PREFILLED
        }
    }
}
