package org.navette.requests;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.navette.engine.AgentTask;
import org.navette.engine.Agents;
import org.navette.engine.TaskGone;
import org.navette.engine.TaskHandover;
import org.navette.engine.TaskRefused;
import org.navette.engine.Tasks;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Form;
import org.navette.forms.Forms;
import org.navette.mail.Outbox;
import org.springframework.stereotype.Component;

/**
 * Requests as agents reach them: only through a task that the engine lets them see, so that rights are the engine's
 * (tenant and group), checked at every call.
 */
@Component
public class Dossiers {

    private final Tasks tasks;
    private final TaskHandover handover;
    private final Requests requests;
    private final Exchange exchange;
    private final Timeline timeline;
    private final FileStore files;
    private final Agents agents;
    private final Outbox outbox;
    private final Forms forms;
    private final Drafts drafts;
    private final Notes notes;
    private final SamePerson samePerson;
    private final Reasons reasons;
    private final CannedAnswers cannedAnswers;
    private final Clock clock;
    private final List<DossierSource> sources;

    Dossiers(
            Tasks tasks,
            TaskHandover handover,
            Requests requests,
            Exchange exchange,
            Timeline timeline,
            FileStore files,
            Agents agents,
            Outbox outbox,
            Forms forms,
            Drafts drafts,
            Notes notes,
            SamePerson samePerson,
            Reasons reasons,
            CannedAnswers cannedAnswers,
            Clock clock,
            List<DossierSource> sources) {
        this.tasks = tasks;
        this.handover = handover;
        this.requests = requests;
        this.exchange = exchange;
        this.timeline = timeline;
        this.files = files;
        this.agents = agents;
        this.outbox = outbox;
        this.forms = forms;
        this.drafts = drafts;
        this.notes = notes;
        this.samePerson = samePerson;
        this.reasons = reasons;
        this.cannedAnswers = cannedAnswers;
        this.clock = clock;
        this.sources = sources;
    }

    /** The dossier behind a task; nothing when the agent does not see the task. */
    public Optional<Dossier> of(String agent, UUID taskId) {
        return task(agent, taskId).map(task -> {
            Request request = request(task);
            DossierSource source = source(request);
            List<Timeline.Entry> entries = timeline.of(request.id());
            List<Notes.Note> written = notes.of(request.id());
            return new Dossier(
                    request,
                    source.applicant(request),
                    source.hasPartner(),
                    source.blocks(request),
                    exchange.of(request.id()),
                    files.of(request.id()),
                    entries,
                    names(entries, written),
                    outbox.about(request.number()),
                    Clocks.of(entries, clock.instant()),
                    written,
                    samePerson.as(request),
                    reasons.of(request.id()),
                    source.labels(request),
                    source.replaced(request),
                    files.inBucket(taskId, source.answerOwner()),
                    files.rules(source.answerContext(), request.scope().organism()),
                    cannedAnswers.fitting(request, source),
                    acting(agent, taskId, task, request));
        });
    }

    private Acting acting(String agent, UUID taskId, AgentTask task, Request request) {
        boolean mine = agent.equals(task.assignee());
        @Nullable
        Form form = Optional.ofNullable(task.formDefinitionId())
                .map(forms::byDefinition)
                .filter(Form::asks)
                .orElse(null);
        return new Acting(
                task.name(),
                mine,
                mine || task.assignee() == null ? null : name(task.assignee()),
                form,
                form == null ? Map.of() : source(request).options(request),
                mine && form != null ? drafts.find(taskId).orElse(Map.of()) : Map.of(),
                handover.choices(agent, task.id()).orElse(null));
    }

    private String name(String login) {
        return agents.find(login).map(Agents.Person::name).orElse(login);
    }

    /**
     * Takes a task for the agent; one that asks nothing is done at once.
     *
     * @return the task that the agent has next on the same request
     * @throws TaskRefused when a colleague has it, or it has gone
     */
    public Optional<String> take(String agent, UUID taskId) {
        AgentTask task = task(agent, taskId).orElseThrow(TaskGone::new);
        if (task.formDefinitionId() == null
                || !forms.byDefinition(task.formDefinitionId()).asks()) {
            tasks.takeAndSubmit(agent, task.id());
        } else {
            tasks.claim(agent, task.id());
        }
        return tasks.own(agent, task.businessKey());
    }

    /**
     * Sends the task's form and ends the task.
     *
     * @return the task that the agent has next on the same request
     * @throws TaskRefused when it is not this agent's, it has gone, or an answer is wrong
     */
    public Optional<String> submit(String agent, UUID taskId, Map<String, Object> answers) {
        AgentTask task = task(agent, taskId).orElseThrow(TaskGone::new);
        tasks.submit(agent, task.id(), answers);
        return tasks.own(agent, task.businessKey());
    }

    /**
     * Gives the task to somebody else; the draft and the files laid into the answer stay with it.
     *
     * @param colleague login of who gets it; empty puts it back to its group
     * @param reason why, for the request's timeline
     * @throws TaskRefused when the reason is missing or too long, the agent may not give it away, the colleague may not have
     *     it, or it has gone
     */
    public void handOver(String agent, UUID taskId, String colleague, String reason) {
        if (reason.isBlank()) {
            throw new TaskRefused("Indiquez pourquoi : le motif est noté dans la chronologie.");
        }
        handover.give(agent, taskId.toString(), colleague.isBlank() ? null : colleague, reason.strip());
    }

    /**
     * Keeps what the agent has typed, so that a closed browser loses nothing.
     *
     * @return when it was kept
     * @throws TaskRefused when the task is not this agent's
     */
    public Instant keep(String agent, UUID taskId, Map<String, Object> answers) {
        own(agent, taskId);
        return drafts.save(taskId, answers);
    }

    private Map<String, String> names(List<Timeline.Entry> entries, List<Notes.Note> notes) {
        Stream<@Nullable String> actors = entries.stream()
                .map(Timeline.Entry::actor)
                .filter(actor -> actor.kind() == Actor.Kind.AGENT)
                .map(Actor::id);
        return Stream.concat(actors, notes.stream().map(Notes.Note::agent))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(login -> login, this::name));
    }

    /**
     * Adds a note for colleagues; whoever sees the task may.
     *
     * @throws TaskRefused when the task is not there, or the note is empty or too long
     */
    public void note(String agent, UUID taskId, String text) {
        AgentTask task = task(agent, taskId).orElseThrow(TaskGone::new);
        notes.add(task.businessKey(), agent, text);
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
