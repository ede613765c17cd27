package org.navette.requests;

import java.util.List;
import org.navette.forms.Block;

/** What an espace adds to the dossier that agents read; one bean per espace. */
public interface DossierSource {

    /** The espace's code. */
    String espace();

    /** What was answered, laid out by the form's own labels. */
    List<Block> blocks(Request request);

    /** The context of the files that an agent adds to an answer, for the rules. */
    String answerContext();

    /** Whose uploads these files are. */
    String answerOwner();
}
