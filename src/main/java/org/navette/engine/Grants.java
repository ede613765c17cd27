package org.navette.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.ArrayList;
import java.util.List;
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
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Rights by group: one row per group and process that has user tasks, none per task. Which task of a process a person
 * may take is decided by {@link TaskGuard}, whose tasks they see by their organism (tenant).
 */
@Component
class Grants {

    /** What Tasklist needs to list, read, claim, give back and complete. Nothing that edits, deletes or starts. */
    static final Permission[] WORK = {
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.TASK_WORK,
        ProcessDefinitionPermissions.TASK_ASSIGN
    };

    private final AuthorizationService authorizations;
    private final IdentityService identity;
    private final RepositoryService repository;

    Grants(
            @Lazy AuthorizationService authorizations,
            @Lazy IdentityService identity,
            @Lazy RepositoryService repository) {
        this.authorizations = authorizations;
        this.identity = identity;
        this.repository = repository;
    }

    /** Makes sure that every group has its rights. */
    void ensure() {
        for (Resource resource : Resources.values()) {
            grant(Agents.ADMINISTRATOR, resource, ANY, Permissions.ALL);
        }
        grant(Agents.PROCESS_OWNER, Resources.DEPLOYMENT, ANY, Permissions.CREATE, Permissions.READ);
        List<String> processes = processesWithTasks();
        for (String group : workingGroups(identity)) {
            grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            // names of colleagues on tasks; the list of calls lets nobody browse people
            grant(group, Resources.USER, ANY, Permissions.READ);
            processes.forEach(process -> grant(group, Resources.PROCESS_DEFINITION, process, WORK));
        }
    }

    /** Ids of the groups of all organisms. */
    static List<String> workingGroups(IdentityService identity) {
        List<String> groups = new ArrayList<>();
        for (String type : List.of(Identity.AGENTS, Identity.SUPERVISORS, Identity.ACCOUNTANTS)) {
            identity.createGroupQuery().groupType(type).list().stream()
                    .map(Group::getId)
                    .forEach(groups::add);
        }
        return groups;
    }

    private List<String> processesWithTasks() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(process -> hasTasks((ProcessDefinitionEntity) repository.getProcessDefinition(process.getId())))
                .map(org.camunda.bpm.engine.repository.ProcessDefinition::getKey)
                .toList();
    }

    static boolean hasTasks(ProcessDefinitionEntity process) {
        return !process.getTaskDefinitions().isEmpty();
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
