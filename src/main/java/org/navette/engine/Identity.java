package org.navette.engine;

import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts organisms, groups, people and their rights into the engine. Doing it again changes nothing; what an administrator
 * added meanwhile stays, and a password is only ever set for a new user.
 */
@Component
@DependsOn("models")
public class Identity {

    /** Group types, by which rights are handed out. */
    static final String AGENTS = "AGENT";

    static final String SUPERVISORS = "SUPERVISOR";
    static final String ACCOUNTANTS = "ACCOUNTANT";
    static final String OFFICERS = "DATA_OFFICER";
    static final String GLOBAL = "SYSTEM";

    private final IdentityService identity;
    private final Grants grants;
    private final JdbcClient jdbc;

    Identity(IdentityService identity, Grants grants, JdbcClient jdbc) {
        this.identity = identity;
        this.grants = grants;
        this.jdbc = jdbc;
    }

    /**
     * Makes sure that all of it is there, with its rights.
     *
     * @throws IllegalArgumentException when a user is in a group that does not exist
     */
    @Transactional
    public void ensure(IdentityData data) {
        // two nodes that start together wait for each other
        jdbc.sql("select pg_advisory_xact_lock(hashtext('navette.identity'))")
                .query((row, index) -> 1)
                .list();
        group(Agents.PROCESS_OWNER, "Responsables des processus", GLOBAL);
        group(Agents.ADMINISTRATOR, "Administrateurs", GLOBAL);
        tenant(Agents.DATA_PROTECTION, "Protection des données");
        group(Agents.DATA_OFFICER, "Délégués à la protection des données", OFFICERS);
        data.organisms().forEach(this::organism);
        grants.ensure();
        data.users().forEach(this::user);
    }

    private void organism(IdentityData.Organism organism) {
        tenant(organism.code(), organism.name());
        group(Agents.agentsOf(organism.code()), "Agents – " + organism.name(), AGENTS);
        group(Agents.supervisorsOf(organism.code()), "Superviseurs – " + organism.name(), SUPERVISORS);
        group(Agents.accountantsOf(organism.code()), "Comptables – " + organism.name(), ACCOUNTANTS);
    }

    private void tenant(String code, String name) {
        Tenant tenant = identity.createTenantQuery().tenantId(code).singleResult();
        if (tenant == null) {
            tenant = identity.newTenant(code);
        }
        if (!name.equals(tenant.getName())) {
            tenant.setName(name);
            identity.saveTenant(tenant);
        }
    }

    private void group(String id, String name, String type) {
        Group group = identity.createGroupQuery().groupId(id).singleResult();
        if (group == null) {
            group = identity.newGroup(id);
        }
        if (!name.equals(group.getName()) || !type.equals(group.getType())) {
            group.setName(name);
            group.setType(type);
            identity.saveGroup(group);
        }
    }

    private void user(IdentityData.User wanted) {
        User user = identity.createUserQuery().userId(wanted.login()).singleResult();
        if (user == null) {
            user = identity.newUser(wanted.login());
            if (wanted.password() != null && !wanted.password().isBlank()) {
                user.setPassword(wanted.password());
            }
        }
        if (!(Objects.equals(user.getFirstName(), wanted.firstName())
                && Objects.equals(user.getLastName(), wanted.lastName())
                && Objects.equals(user.getEmail(), wanted.email()))) {
            user.setFirstName(wanted.firstName());
            user.setLastName(wanted.lastName());
            user.setEmail(wanted.email());
            identity.saveUser(user);
        }
        wanted.groups().forEach(group -> membership(wanted.login(), group));
    }

    private void membership(String login, String groupId) {
        Group group = identity.createGroupQuery().groupId(groupId).singleResult();
        if (group == null) {
            throw new IllegalArgumentException("User " + login + " is in a group that does not exist: " + groupId);
        }
        if (identity.createGroupQuery().groupMember(login).groupId(groupId).count() == 0) {
            identity.createMembership(login, groupId);
        }
        if (GLOBAL.equals(group.getType())) {
            return;
        }
        String organism = groupId.substring(0, groupId.lastIndexOf('-'));
        if (identity.createTenantQuery().userMember(login).tenantId(organism).count() == 0) {
            identity.createTenantUserMembership(organism, login);
        }
    }
}
