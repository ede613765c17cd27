package org.navette.requests;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.forms.Block;
import org.navette.forms.Option;

/** What an espace adds to the dossier that agents read; one bean per espace. */
public interface DossierSource {

    /** The espace's code. */
    String espace();

    /** Who asks, as agents read it: the structure's or the company's name; the person where there is no other. */
    default String applicant(Request request) {
        return request.person() == null ? "" : request.person();
    }

    /** Whether somebody outside asks and may be waited for; otherwise nothing is said of them. */
    default boolean hasPartner() {
        return true;
    }

    /** What was answered, laid out by the form's own labels. */
    List<Block> blocks(Request request);

    /** What the files of a step are called, by the step; nothing for those that go without. */
    default Map<String, String> labels(Request request) {
        return Map.of();
    }

    /** When a file was replaced by another, by the file's id; nothing for those that count still. */
    default Map<UUID, Instant> replaced(Request request) {
        return Map.of();
    }

    /** The choices that the forms of agents take from the request, by their {@code valuesKey}. */
    default Map<String, List<Option>> options(Request request) {
        return Map.of();
    }

    /** The context of the files that an agent adds to an answer, for the rules. */
    String answerContext();

    /** Whose uploads these files are. */
    String answerOwner();

    /** What the request is about, for canned answers: {@code ""}, its offer, {@code offer/reason} where it has one. */
    default List<String> topics(Request request) {
        return List.of("");
    }

    /** What requests to an organism can be about; nothing where no canned answer is of use. */
    default List<Topic> topics(String organism) {
        return List.of();
    }

    /**
     * An offer of an organism.
     *
     * @param offer the offer's id
     * @param title as the organism calls it
     * @param reasons the reasons to choose from; empty when its form asks for none
     */
    record Topic(String offer, String title, List<Option> reasons) {

        /** The key of one of the reasons: {@code offer/reason}. */
        public String key(String reason) {
            return offer + "/" + reason;
        }

        /** True when the key is that of this offer or of one of its reasons. */
        public boolean has(String key) {
            return key.equals(offer) || reasons.stream().anyMatch(reason -> key.equals(key(reason.value())));
        }
    }
}
