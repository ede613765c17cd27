package org.navette.requests;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.files.AttachmentRules;
import org.navette.files.StoredFile;
import org.navette.forms.Block;
import org.navette.mail.SentMail;

/**
 * A request as its agents read it, from one of its tasks.
 *
 * @param structure name of the structure that asks
 * @param partner whether somebody outside asks and may be waited for
 * @param mails written about the request
 * @param names of the agents in the timeline, by login
 * @param clocks how long each side has been waited for
 * @param notes of agents for agents
 * @param others the latest other requests about the same person
 * @param reasons what tables decided on the request, and why
 * @param files sent and received, with those whose content was removed
 * @param labels what files are, by the step that they came with
 * @param replaced when a file was replaced by another, by the file's id
 * @param added laid into the answer by this agent, not sent yet
 * @param cannedAnswers what can be inserted into an answer, the most specific first
 * @param acting what the agent can do
 */
public record Dossier(
        Request request,
        String structure,
        boolean partner,
        List<Block> blocks,
        List<Exchange.Message> thread,
        List<StoredFile> files,
        List<Timeline.Entry> timeline,
        Map<String, String> names,
        List<SentMail> mails,
        Clocks clocks,
        List<Notes.Note> notes,
        List<SamePerson.Other> others,
        List<Reasons.Reason> reasons,
        Map<String, String> labels,
        Map<UUID, Instant> replaced,
        List<StoredFile> added,
        AttachmentRules rules,
        List<CannedAnswer> cannedAnswers,
        Acting acting) {

    /** Whether this agent may add files: the task is theirs, and it sends something that takes files to the partner. */
    public boolean canAdd() {
        return acting.mine() && acting.form() != null && rules.maxCount() > 0;
    }

    /** An agent as colleagues call them. */
    public String name(String login) {
        return names.getOrDefault(login, login);
    }

    /** Who did what an entry tells, as agents read it. */
    public String who(Timeline.Entry entry) {
        Actor actor = entry.actor();
        if (actor.name() != null) {
            return actor.name();
        }
        return actor.id() == null ? "automatique" : names.getOrDefault(actor.id(), actor.id());
    }
}
