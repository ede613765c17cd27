package org.navette.funding;

import java.util.List;
import java.util.UUID;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;

/** The files that agents of the espace lay into their answers. */
@Component("fundingAgentFiles")
class AgentFiles {

    /** Whose uploads an agent's files are: the task's. */
    static final String OWNER = "agents";

    /** The context of an agent's files, for the rules. */
    static final String CONTEXT = "funding.answer";

    /** The context of answers that go without files. */
    static final String NONE = "funding.account-answer";

    private final FileStore files;

    AgentFiles(FileStore files) {
        this.files = files;
    }

    /** Sends what an agent has added to a task with its completion; the caller holds the request's row. */
    void attach(Request request, UUID task) {
        List<UUID> added =
                files.inBucket(task, OWNER).stream().map(StoredFile::id).toList();
        if (!added.isEmpty()) {
            files.attach(
                    task,
                    OWNER,
                    added,
                    files.rules(CONTEXT, request.scope().organism()),
                    0,
                    request.id(),
                    Direction.RECEIVED,
                    "result",
                    null);
        }
    }
}
