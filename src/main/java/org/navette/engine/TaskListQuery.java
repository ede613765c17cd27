package org.navette.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A task query of the engine said for an index: the criteria of our filters, one organism's tasks in the order asked
 * for. The same rights hold: tasks of the person's organisms, in processes that a group of theirs may read.
 */
@NullUnmarked
final class TaskListQuery {

    /** Beyond, a number is read as "at least": Tasklist pages through these and no further. */
    static final int COUNTED = 10_000;

    private static final Set<String> CRITERIA = Set.of(
            JsonTaskQueryConverter.ACTIVE,
            JsonTaskQueryConverter.ASSIGNEE,
            JsonTaskQueryConverter.CANDIDATE_GROUPS,
            JsonTaskQueryConverter.DUE_BEFORE,
            JsonTaskQueryConverter.INCLUDE_ASSIGNED_TASKS,
            JsonTaskQueryConverter.MIN_PRIORITY,
            JsonTaskQueryConverter.PROCESS_DEFINITION_KEY,
            JsonTaskQueryConverter.UNASSIGNED,
            JsonTaskQueryConverter.ORDERING_PROPERTIES);
    private static final String EXPRESSION = "Expression";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final String order;

    private TaskListQuery(TaskQueryImpl query) {
        tenant(query);
        readable(query);
        criteria(query);
        order = query.getOrderingProperties().stream()
                .map(TaskListQuery::order)
                .map(ordered -> ordered + ", ")
                .collect(Collectors.joining());
    }

    /**
     * The same query, or nothing when a criterion, an order or a check of rights is not among those said here.
     *
     * @param query configured with the rights of who asks, its expressions evaluated
     */
    static Optional<TaskListQuery> of(TaskQueryImpl query) {
        boolean said = new JsonTaskQueryConverter()
                .toJsonObject(query).entrySet().stream()
                        // a filter that is extended gets this one, empty
                        .filter(criterion -> !(criterion.getKey().equals(JsonTaskQueryConverter.PROCESS_INSTANCE_ID_IN)
                                && criterion.getValue().getAsJsonArray().isEmpty()))
                        .map(Map.Entry::getKey)
                        .map(key ->
                                key.endsWith(EXPRESSION) ? key.substring(0, key.length() - EXPRESSION.length()) : key)
                        .allMatch(CRITERIA::contains);
        boolean ordered = query.getOrderingProperties().stream()
                .allMatch(property -> property.getRelation() == null && !property.hasRelationConditions());
        boolean scoped = query.getTenantCheck().isTenantCheckEnabled()
                && !query.getTenantCheck().getAuthTenantIds().isEmpty()
                && query.getAuthCheck().getShouldPerformAuthorizatioCheck()
                && !query.getAuthCheck().isRevokeAuthorizationCheckEnabled();
        return said && ordered && scoped ? Optional.of(new TaskListQuery(query)) : Optional.empty();
    }

    /** Ids of the tasks of a page, in order. */
    List<String> page(JdbcClient jdbc, int first, int most) {
        return jdbc.sql("select t.id_ from act_ru_task t where " + String.join(" and ", conditions) + " order by "
                        + order + "t.id_ limit " + most + " offset " + first)
                .params(values)
                .query(String.class)
                .list();
    }

    /** How many tasks, {@link #COUNTED} at most. */
    long count(JdbcClient jdbc, RecentCounts recent) {
        return recent.of(List.of(conditions, values), () -> count(jdbc));
    }

    private long count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from (select 1 from act_ru_task t where " + String.join(" and ", conditions)
                        + " limit " + COUNTED + ") counted")
                .params(values)
                .query(Long.class)
                .single();
    }

    private void tenant(TaskQueryImpl query) {
        List<String> organisms = query.getTenantCheck().getAuthTenantIds();
        // one value keeps the index's order, a list of them does not
        conditions.add(organisms.size() == 1 ? "t.tenant_id_ = :organism" : "t.tenant_id_ in (:organism)");
        values.put("organism", organisms.size() == 1 ? organisms.get(0) : organisms);
    }

    /** The definitions as an array, read once: a join would take the planner away from the ordered index. */
    private void readable(TaskQueryImpl query) {
        String key = query.getProcessDefinitionKey();
        conditions.add("t.proc_def_id_ = any (array(select d.id_ from act_re_procdef d where "
                + (key == null ? "" : "d.key_ = :key and ")
                + "exists (select 1 from act_ru_authorization a where a.resource_type_ = :definition"
                + " and a.resource_id_ in (d.key_, '*') and a.perms_ & :readTask = :readTask"
                + " and (a.user_id_ in (:person, '*') or a.group_id_ in (:groups)))))");
        if (key != null) {
            values.put("key", key);
        }
        values.put("definition", Resources.PROCESS_DEFINITION.resourceType());
        values.put("readTask", ProcessDefinitionPermissions.READ_TASK.getValue());
        values.put("person", query.getAuthCheck().getAuthUserId());
        List<String> groups = query.getAuthCheck().getAuthGroupIds();
        values.put("groups", groups.isEmpty() ? List.of("") : groups);
    }

    private void criteria(TaskQueryImpl query) {
        if (query.getAssignee() != null) {
            is("t.assignee_ = :assignee", "assignee", query.getAssignee());
        }
        if (query.getCandidateGroups() != null) {
            is(
                    "exists (select 1 from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate'"
                            + " and l.group_id_ in (:candidates))",
                    "candidates",
                    query.getCandidateGroups());
        }
        if (query.isUnassigned() || query.getCandidateGroups() != null && !query.isIncludeAssignedTasks()) {
            conditions.add("t.assignee_ is null");
        }
        if (query.getMinPriority() != null) {
            is("t.priority_ >= :priority", "priority", query.getMinPriority());
        }
        if (query.getDueBefore() != null) {
            is("t.due_date_ < :due", "due", query.getDueBefore());
        }
        if (query.getSuspensionState() == SuspensionState.ACTIVE) {
            is("t.suspension_state_ = :active", "active", SuspensionState.ACTIVE.getStateCode());
        }
    }

    private void is(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private static String order(QueryOrderingProperty property) {
        String column = "t." + property.getQueryProperty().getName();
        String function = property.getQueryProperty().getFunction();
        return (function == null ? column : function + "(" + column + ")")
                + (Direction.DESCENDING.equals(property.getDirection()) ? " desc" : " asc");
    }
}
