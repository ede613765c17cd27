package org.navette.requests;

import java.util.List;
import org.navette.files.AttachmentRules;
import org.navette.files.StoredFile;
import org.navette.forms.Block;

/**
 * A request as its agents read it, from one of its tasks.
 *
 * @param files sent and received, with those whose content was removed
 * @param added laid into the answer by this agent, not sent yet
 * @param canAdd whether this agent may add files: the task is theirs
 */
public record Dossier(
        Request request,
        List<Block> blocks,
        List<Exchange.Message> thread,
        List<StoredFile> files,
        List<Timeline.Entry> timeline,
        List<StoredFile> added,
        AttachmentRules rules,
        boolean canAdd) {}
