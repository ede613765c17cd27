package org.navette.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's access to tasks, with lists that cost the same however many tasks are open. Its own query sorts every
 * row of the organism before it keeps fifteen; here an index gives the page's ids, and the engine loads and checks
 * those alone. What {@link TaskListQuery} does not know goes the engine's way.
 */
@NullUnmarked
class TaskLists extends TaskManager {

    private final JdbcClient jdbc;
    private final RecentCounts recent;

    private TaskLists(JdbcClient jdbc, RecentCounts recent) {
        this.jdbc = jdbc;
        this.recent = recent;
    }

    /** Puts this in the place of the engine's own. */
    static SessionFactory factory(Supplier<JdbcClient> jdbc) {
        var recent = new RecentCounts(System::nanoTime);
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return TaskManager.class;
            }

            @Override
            public Session openSession() {
                return new TaskLists(jdbc.get(), recent);
            }
        };
    }

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        Optional<TaskListQuery> known = known(query);
        if (known.isEmpty()) {
            return super.findTasksByQueryCriteria(query);
        }
        List<String> ids = known.get().page(jdbc, query.getFirstResult(), query.getMaxResults());
        if (ids.isEmpty()) {
            return List.of();
        }
        var those = new TaskQueryImpl();
        those.taskIdIn(ids.toArray(String[]::new));
        return super.findTasksByQueryCriteria(those).stream()
                .sorted(Comparator.comparingInt(task -> ids.indexOf(task.getId())))
                .toList();
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        return known(query)
                .map(known -> known.count(jdbc, recent))
                .orElseGet(() -> super.findTaskCountByQueryCriteria(query));
    }

    private Optional<TaskListQuery> known(TaskQueryImpl query) {
        configureQuery(query);
        return TaskListQuery.of(query);
    }
}
