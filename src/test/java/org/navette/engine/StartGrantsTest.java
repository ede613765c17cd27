package org.navette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The rights of those who start processes")
class StartGrantsTest {

    private static final String STARTING = Agents.agentsOf(TrialStart.ORGANISM);
    private static final String WORKING = Agents.supervisorsOf(TrialStart.ORGANISM);

    @Autowired
    TrialStart.Desk desk;

    @Autowired
    Grants grants;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    RepositoryService repository;

    @BeforeEach
    void open() {
        desk.open();
    }

    @Test
    @DisplayName(
            "PROV-18 only the groups that an espace names may start, each its own process, and nobody any instance")
    void exactly() {
        grants.ensure();
        assertThat(holders(Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.CREATE_INSTANCE))
                .containsOnlyOnce(STARTING + " " + TrialStart.PROCESS)
                .doesNotContain(WORKING + " " + TrialStart.PROCESS)
                .noneMatch(holder -> holder.endsWith(" *"));
        assertThat(holders(Resources.PROCESS_INSTANCE, Permissions.CREATE)).isEmpty();
    }

    @Test
    @DisplayName("PROV-18 a group that was made to start it otherwise loses that right, and keeps its work")
    void takenBack() {
        Authorization right = right(WORKING);
        right.addPermission(ProcessDefinitionPermissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(right);
        grants.ensure();
        assertThat(right(WORKING).isPermissionGranted(ProcessDefinitionPermissions.CREATE_INSTANCE))
                .isFalse();
        assertThat(right(WORKING).isPermissionGranted(ProcessDefinitionPermissions.TASK_WORK))
                .isTrue();
    }

    @Test
    @DisplayName("PROV-18 a group gets the right at the next start of the application, next to that of working in it")
    void addedToWork() {
        Authorization right = right(STARTING);
        right.removePermission(ProcessDefinitionPermissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(right);
        grants.ensure();
        assertThat(right(STARTING).isPermissionGranted(ProcessDefinitionPermissions.CREATE_INSTANCE))
                .isTrue();
        assertThat(right(STARTING).isPermissionGranted(ProcessDefinitionPermissions.TASK_WORK))
                .isTrue();
    }

    @Test
    @DisplayName("PROV-18 a process that is deployed for the first time brings the right with it")
    void deployed() {
        repository
                .createDeploymentQuery()
                .deploymentName(TrialStart.PROCESS)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        List.of(STARTING, WORKING)
                .forEach(group -> rights(group).forEach(right -> authorizations.deleteAuthorization(right.getId())));
        desk.open();
        assertThat(right(STARTING).isPermissionGranted(ProcessDefinitionPermissions.CREATE_INSTANCE))
                .isTrue();
        assertThat(right(WORKING).isPermissionGranted(ProcessDefinitionPermissions.CREATE_INSTANCE))
                .isFalse();
    }

    private Authorization right(String group) {
        return rights(group).get(0);
    }

    private List<Authorization> rights(String group) {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(TrialStart.PROCESS)
                .list();
    }

    /** Groups and people, but not administrators, with what they hold the permission on. */
    private List<String> holders(Resources resource, Permission permission) {
        List<String> holders = new ArrayList<>();
        authorizations.createAuthorizationQuery().resourceType(resource).hasPermission(permission).list().stream()
                .filter(right -> !Agents.ADMINISTRATOR.equals(right.getGroupId()))
                .forEach(right -> holders.add((right.getGroupId() == null ? right.getUserId() : right.getGroupId())
                        + " " + right.getResourceId()));
        return holders;
    }
}
