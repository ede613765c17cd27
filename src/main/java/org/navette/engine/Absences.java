package org.navette.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What supervisors do when an agent is away: see the tasks the agent has, give them all to somebody else, and say until
 * when no new one is to come. Only for agents and tasks of the organisms that the supervisor supervises.
 */
@Component
public class Absences {

    /** Tasks that one move takes along; those that are left are said. */
    public static final int MOST = 500;

    /** Days ahead that a return may be. */
    private static final int LONGEST_DAYS = 366;

    private final TaskHandover handover;
    private final Agents agents;
    private final JdbcClient jdbc;
    private final Clock clock;

    Absences(TaskHandover handover, Agents agents, JdbcClient jdbc, Clock clock) {
        this.handover = handover;
        this.agents = agents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An agent of the supervisor's organisms.
     *
     * @param tasks how many tasks of these organisms the agent has
     * @param backOn the day of return; null for who is not away
     */
    public record Agent(Agents.Person person, long tasks, @Nullable LocalDate backOn) {}

    /**
     * A task that an agent has.
     *
     * @param number its request's
     * @param due its deadline's day
     */
    public record Held(String id, String name, String number, @Nullable LocalDate due) {}

    /**
     * What a move has done.
     *
     * @param refused why a task stayed, by its request's number
     * @param left how many tasks the agent still has
     */
    public record Moved(int moved, Map<String, String> refused, long left) {}

    /** The agents and supervisors of the supervisor's organisms, by last name; nobody for who supervises none. */
    public List<Agent> agents(String supervisor) {
        Set<String> organisms = agents.supervised(supervisor);
        if (organisms.isEmpty()) {
            return List.of();
        }
        Map<String, Long> counts = jdbc
                .sql("select assignee_, count(*) tasks from act_ru_task"
                        + " where tenant_id_ in (:organisms) and assignee_ is not null group by assignee_")
                .param("organisms", organisms)
                .query((row, index) -> Map.entry(row.getString("assignee_"), row.getLong("tasks")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, LocalDate> away = away();
        return agents.members(groups(organisms)).stream()
                .map(person -> new Agent(person, counts.getOrDefault(person.login(), 0L), away.get(person.login())))
                .toList();
    }

    /** The tasks that an agent has in the supervisor's organisms, the most urgent ones first, {@value #MOST} at most. */
    public List<Held> tasks(String supervisor, String agent) {
        Set<String> organisms = agents.supervised(supervisor);
        return organisms.isEmpty()
                ? List.of()
                : jdbc.sql("select t.id_, t.name_, t.due_date_, e.business_key_ from act_ru_task t"
                                + " join act_ru_execution e on e.id_ = t.proc_inst_id_"
                                + " where t.assignee_ = :agent and t.tenant_id_ in (:organisms)"
                                + " order by t.due_date_ nulls last, t.id_ limit :most")
                        .param("agent", agent)
                        .param("organisms", organisms)
                        .param("most", MOST)
                        .query((row, index) -> new Held(
                                row.getString("id_"),
                                row.getString("name_"),
                                row.getString("business_key_"),
                                Optional.ofNullable(row.getTimestamp("due_date_"))
                                        .map(due -> due.toInstant()
                                                .atZone(clock.getZone())
                                                .toLocalDate())
                                        .orElse(null)))
                        .list();
    }

    /**
     * Gives all the agent's tasks to somebody else, each in a transaction of its own: one that has gone or is being worked
     * on holds up none of the others.
     *
     * @param colleague who gets them; null puts each back to its group
     * @param reason for the timelines of the requests, may be empty
     */
    public Moved move(String supervisor, String agent, @Nullable String colleague, String reason) {
        Map<String, String> refused = new java.util.TreeMap<>();
        int moved = 0;
        for (Held task : tasks(supervisor, agent)) {
            try {
                handover.give(supervisor, task.id(), colleague, reason.isBlank() ? null : reason);
                moved++;
            } catch (TaskGone e) {
                // done in the meantime: nothing is left to move
            } catch (TaskRefused e) {
                refused.put(task.number(), e.getMessage());
            } catch (ConcurrencyFailureException e) {
                refused.put(task.number(), "Quelqu'un travaille sur cette demande en ce moment.");
            }
        }
        return new Moved(moved, refused, tasks(supervisor, agent).size());
    }

    /**
     * Says that an agent is away: until the day of return the tasks that would come to them wait for their group.
     *
     * @param backOn the day of return, after today and within a year
     * @throws TaskRefused when the day is not possible, or the supervisor does not supervise this agent
     */
    public void declare(String supervisor, String agent, LocalDate backOn) {
        supervises(supervisor, agent);
        LocalDate today = LocalDate.now(clock);
        if (!backOn.isAfter(today) || backOn.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new TaskRefused("La date de retour est à choisir entre demain et dans un an.");
        }
        jdbc.sql("insert into agent_absence (login, back_on, declared_by, declared_at) values (?, ?, ?, ?)"
                        + " on conflict (login) do update set back_on = excluded.back_on,"
                        + " declared_by = excluded.declared_by, declared_at = excluded.declared_at")
                .params(agent, backOn, supervisor, Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * The agent is back.
     *
     * @throws TaskRefused when the supervisor does not supervise this agent
     */
    public void end(String supervisor, String agent) {
        supervises(supervisor, agent);
        jdbc.sql("delete from agent_absence where login = ?").param(agent).update();
    }

    /** Whether tasks are to pass by this agent today. */
    boolean isAway(String login) {
        return jdbc.sql("select count(*) from agent_absence where login = ? and back_on > ?")
                        .params(login, LocalDate.now(clock))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Map<String, LocalDate> away() {
        return jdbc
                .sql("select login, back_on from agent_absence where back_on > ?")
                .param(LocalDate.now(clock))
                .query((row, index) -> Map.entry(row.getString("login"), row.getObject("back_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void supervises(String supervisor, String agent) {
        if (agents.groups(agent).stream().noneMatch(groups(agents.supervised(supervisor))::contains)) {
            throw new TaskRefused("Cette personne ne fait pas partie de vos équipes.");
        }
    }

    private static List<String> groups(Set<String> organisms) {
        List<String> groups = new ArrayList<>();
        organisms.forEach(organism -> {
            groups.add(Agents.agentsOf(organism));
            groups.add(Agents.supervisorsOf(organism));
            groups.add(Agents.accountantsOf(organism));
        });
        return groups;
    }
}
