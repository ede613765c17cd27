package org.navette.engine;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The lists that agents find in Tasklist, kept as written here; an administrator may add others. */
@Component
class ShippedFilters {

    /** From here on a task is urgent; said in the table request-priority too. */
    private static final int URGENT = 80;

    private static final int BEHIND_COMMON_ONES = 4;

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final ObjectProvider<EspaceTasks> espaces;

    ShippedFilters(
            FilterService filters,
            TaskService tasks,
            AuthorizationService authorizations,
            ObjectProvider<EspaceTasks> espaces) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.espaces = espaces;
    }

    void ensure() {
        ensure(
                "À prendre en charge",
                "Tâches de votre organisme que personne n'a encore prises",
                1,
                query().taskUnassigned().taskCandidateGroupInExpression("${currentUserGroups()}"));
        ensure("Mes tâches", "Tâches qui vous sont attribuées", 2, query().taskAssigneeExpression("${currentUser()}"));
        ensure(
                "Urgent",
                "Tâches prioritaires de votre organisme, prises ou non",
                3,
                ofMyGroups().taskMinPriority(URGENT));
        ensure(
                "En retard",
                "Tâches de votre organisme dont l'échéance est passée, prises ou non",
                4,
                ofMyGroups().dueBeforeExpression("${now()}"));
        espaces.orderedStream()
                .forEach(espace -> ensure(
                        espace.title(),
                        espace.description(),
                        BEHIND_COMMON_ONES + espace.position(),
                        ofMyGroups().processDefinitionKey(espace.process()),
                        espace.readers()));
    }

    private TaskQuery ofMyGroups() {
        return query().taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
    }

    /** Without an order of its own: the one that the agent chooses in Tasklist would come behind it. */
    private TaskQuery query() {
        return tasks.createTaskQuery();
    }

    private void ensure(String name, String description, int position, TaskQuery query) {
        ensure(name, description, position, query, Set.of());
    }

    private void ensure(String name, String description, int position, TaskQuery query, Set<String> readers) {
        List<Filter> existing = filters.createFilterQuery().filterName(name).list();
        Filter filter = existing.isEmpty() ? filters.newTaskFilter(name) : existing.get(0);
        Map<String, Object> properties = new HashMap<>();
        properties.put("description", description);
        properties.put("priority", position);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        // Tasklist writes a colon right behind each label
        properties.put(
                "variables",
                List.of(
                        Map.of("name", "number", "label", "Numéro\u00a0"),
                        Map.of("name", "title", "label", "Offre\u00a0"),
                        Map.of("name", "reasonTitle", "label", "Motif\u00a0")));
        filter.setName(name);
        filter.setProperties(properties);
        filter.setQuery(query);
        filters.saveFilter(filter);
        allow(filter.getId(), readers);
    }

    /** Gives the list to these groups, or to everybody, and takes it from others. */
    private void allow(String filter, Set<String> readers) {
        Set<String> missing = new HashSet<>(readers.isEmpty() ? Set.of(Authorization.ANY) : readers);
        for (Authorization grant : authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.FILTER)
                .resourceId(filter)
                .list()) {
            boolean own = grant.getAuthorizationType() == AUTH_TYPE_GLOBAL || grant.getGroupId() != null;
            if (own && !missing.remove(reader(grant))) {
                authorizations.deleteAuthorization(grant.getId());
            }
        }
        missing.forEach(reader -> grant(filter, reader));
    }

    private static String reader(Authorization grant) {
        return grant.getAuthorizationType() == AUTH_TYPE_GLOBAL ? Authorization.ANY : grant.getGroupId();
    }

    private void grant(String filter, String reader) {
        boolean everybody = reader.equals(Authorization.ANY);
        Authorization read = authorizations.createNewAuthorization(everybody ? AUTH_TYPE_GLOBAL : AUTH_TYPE_GRANT);
        if (!everybody) {
            read.setGroupId(reader);
        }
        read.setResource(Resources.FILTER);
        read.setResourceId(filter);
        read.addPermission(Permissions.READ);
        authorizations.saveAuthorization(read);
    }
}
