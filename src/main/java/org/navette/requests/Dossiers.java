package org.navette.requests;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.navette.directory.Structure;
import org.navette.directory.Structures;
import org.navette.engine.AgentTask;
import org.navette.engine.Agents;
import org.navette.engine.TaskRefused;
import org.navette.engine.Tasks;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.mail.Outbox;
import org.springframework.stereotype.Component;

/**
 * Requests as agents reach them: only through a task that the engine lets them see, so that rights are the engine's
 * (tenant and group), checked at every call.
 */
@Component
public class Dossiers {

    private final Tasks tasks;
    private final Requests requests;
    private final Exchange exchange;
    private final Timeline timeline;
    private final FileStore files;
    private final Structures structures;
    private final Agents agents;
    private final Outbox outbox;
    private final List<DossierSource> sources;

    Dossiers(
            Tasks tasks,
            Requests requests,
            Exchange exchange,
            Timeline timeline,
            FileStore files,
            Structures structures,
            Agents agents,
            Outbox outbox,
            List<DossierSource> sources) {
        this.tasks = tasks;
        this.requests = requests;
        this.exchange = exchange;
        this.timeline = timeline;
        this.files = files;
        this.structures = structures;
        this.agents = agents;
        this.outbox = outbox;
        this.sources = sources;
    }

    /** The dossier behind a task; nothing when the agent does not see the task. */
    public Optional<Dossier> of(String agent, UUID taskId) {
        return task(agent, taskId).map(task -> {
            Request request = request(task);
            DossierSource source = source(request);
            List<Timeline.Entry> entries = timeline.of(request.id());
            return new Dossier(
                    request,
                    structures
                            .findById(request.scope().structure())
                            .map(Structure::name)
                            .orElse("inconnue"),
                    source.blocks(request),
                    exchange.of(request.id()),
                    files.of(request.id()),
                    entries,
                    names(entries),
                    outbox.about(request.number()),
                    files.inBucket(taskId, source.answerOwner()),
                    files.rules(source.answerContext(), request.scope().organism()),
                    agent.equals(task.assignee()));
        });
    }

    private Map<String, String> names(List<Timeline.Entry> entries) {
        Map<String, String> names = new HashMap<>();
        entries.stream()
                .map(Timeline.Entry::actor)
                .filter(actor -> actor.kind() == Actor.Kind.AGENT && actor.id() != null)
                .map(Actor::id)
                .distinct()
                .forEach(login -> agents.find(login)
                        .ifPresent(person -> names.put(login, person.firstName() + " " + person.lastName())));
        return names;
    }

    /** A file of the request behind a task. */
    public Optional<StoredFile> file(String agent, UUID taskId, UUID fileId) {
        return task(agent, taskId).flatMap(task -> files.find(request(task).id(), fileId));
    }

    /**
     * Lays a file into the answer that the agent is writing.
     *
     * @throws TaskRefused when the task is not this agent's
     * @throws org.navette.files.RefusedFile when the file breaks a rule
     */
    public StoredFile add(String agent, UUID taskId, String name, InputStream content) {
        Request request = request(own(agent, taskId));
        DossierSource source = source(request);
        return files.upload(
                taskId,
                source.answerOwner(),
                files.rules(source.answerContext(), request.scope().organism()),
                0,
                name,
                content);
    }

    /** Takes a file out of the answer again. */
    public void remove(String agent, UUID taskId, UUID fileId) {
        files.discard(taskId, source(request(own(agent, taskId))).answerOwner(), fileId);
    }

    private AgentTask own(String agent, UUID taskId) {
        return task(agent, taskId)
                .filter(task -> agent.equals(task.assignee()))
                .orElseThrow(() -> new TaskRefused("Prenez d'abord la tâche : elle ne vous est pas attribuée."));
    }

    private Optional<AgentTask> task(String agent, UUID taskId) {
        return tasks.find(agent, taskId.toString());
    }

    private Request request(AgentTask task) {
        return requests.find(task.businessKey()).orElseThrow();
    }

    private DossierSource source(Request request) {
        return sources.stream()
                .filter(candidate -> candidate.espace().equals(request.scope().espace()))
                .findFirst()
                .orElseThrow();
    }
}
