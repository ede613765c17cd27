package org.navette.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Rights by group: one row per group and process that has user tasks or that the group starts, none per task. Which task
 * of a process a person may take is decided by {@link TaskGuard}, whose tasks they see by their organism (tenant).
 */
@Component
class Grants {

    /** What Tasklist needs to list, read, claim, give back and complete. Nothing that edits, deletes or starts. */
    private static final Permission[] WORK = {
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.TASK_WORK,
        ProcessDefinitionPermissions.TASK_ASSIGN
    };

    /**
     * What Tasklist needs to list a process as one that can be started. The engine itself would want a second right to
     * start it, on all instances: nobody has that one, {@link Starts} is the only door.
     */
    private static final Permission[] START = {
        ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE
    };

    private final AuthorizationService authorizations;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final ObjectProvider<EspaceStart> starts;

    Grants(
            @Lazy AuthorizationService authorizations,
            @Lazy IdentityService identity,
            @Lazy RepositoryService repository,
            ObjectProvider<EspaceStart> starts) {
        this.authorizations = authorizations;
        this.identity = identity;
        this.repository = repository;
        this.starts = starts;
    }

    /** Makes sure that every group has its rights. */
    void ensure() {
        for (Resource resource : Resources.values()) {
            grant(Agents.ADMINISTRATOR, resource, ANY, Permissions.ALL);
        }
        grant(Agents.PROCESS_OWNER, Resources.DEPLOYMENT, ANY, Permissions.CREATE, Permissions.READ);
        List<EspaceStart> started = starts.stream().toList();
        List<ProcessDefinitionEntity> processes = processes();
        List<String> groups = workingGroups(identity);
        for (String group : groups) {
            grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            // names of colleagues on tasks; the list of calls lets nobody browse people
            grant(group, Resources.USER, ANY, Permissions.READ);
            for (ProcessDefinitionEntity process : processes) {
                Permission[] rights = of(group, process, started);
                if (rights.length > 0) {
                    grant(group, Resources.PROCESS_DEFINITION, process.getKey(), rights);
                }
            }
        }
        takeBack(groups, started);
    }

    /** Ids of the groups of all organisms. */
    static List<String> workingGroups(IdentityService identity) {
        List<String> groups = new ArrayList<>();
        for (String type : List.of(Identity.AGENTS, Identity.SUPERVISORS, Identity.ACCOUNTANTS, Identity.OFFICERS)) {
            identity.createGroupQuery().groupType(type).list().stream()
                    .map(Group::getId)
                    .forEach(groups::add);
        }
        return groups;
    }

    private List<ProcessDefinitionEntity> processes() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(process -> (ProcessDefinitionEntity) repository.getProcessDefinition(process.getId()))
                .toList();
    }

    /** What a group may do with a process; nothing when it has no tasks and the group does not start it. */
    static Permission[] of(String group, ProcessDefinitionEntity process, List<EspaceStart> started) {
        Stream<Permission> work = process.getTaskDefinitions().isEmpty() ? Stream.of() : Arrays.stream(WORK);
        Stream<Permission> start = isStartedBy(group, process.getKey(), started) ? Arrays.stream(START) : Stream.of();
        return Stream.concat(work, start).distinct().toArray(Permission[]::new);
    }

    private static boolean isStartedBy(String group, String process, List<EspaceStart> started) {
        return started.stream()
                .anyMatch(start ->
                        start.process().equals(process) && start.groups().contains(group));
    }

    /** A group that an espace does not name any more sees the process in the dialog no longer. */
    private void takeBack(List<String> groups, List<EspaceStart> started) {
        authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .resourceType(Resources.PROCESS_DEFINITION)
                .hasPermission(ProcessDefinitionPermissions.CREATE_INSTANCE)
                .list()
                .stream()
                .filter(right -> groups.contains(right.getGroupId())
                        && !isStartedBy(right.getGroupId(), right.getResourceId(), started))
                .forEach(right -> {
                    right.removePermission(ProcessDefinitionPermissions.CREATE_INSTANCE);
                    authorizations.saveAuthorization(right);
                });
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization right = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (right == null) {
            right = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            right.setGroupId(group);
            right.setResource(resource);
            right.setResourceId(id);
        } else if (right.getPermissions(permissions).length == permissions.length) {
            return;
        }
        right.setPermissions(permissions);
        authorizations.saveAuthorization(right);
    }
}
