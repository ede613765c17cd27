package org.navette.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine's users: agents and supervisors of organisms, process owners, administrators. Always read afresh. */
@Component
public class Agents {

    /** May deploy models; global, never of one organism. */
    public static final String PROCESS_OWNER = "process-owner";

    /** May use Cockpit and Admin. */
    public static final String ADMINISTRATOR = "camunda-admin";

    /** Looks after personal data in all espaces; global, but with tasks and so with a tenant of its own. */
    public static final String DATA_OFFICER = "data-officer";

    /** The organism that requests about personal data go to; it answers with the {@link #DATA_OFFICER} alone. */
    public static final String DATA_PROTECTION = "data";

    private static final String AGENTS = "-agent";
    private static final String SUPERVISORS = "-supervisor";
    private static final String ACCOUNTANTS = "-accountant";

    private static final Comparator<Person> BY_NAME = Comparator.comparing(
            person -> person.lastName() + " " + person.firstName(), Collator.getInstance(Locale.FRENCH));

    private final IdentityService identity;

    Agents(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** The group of an organism's agents. */
    public static String agentsOf(String organism) {
        return organism + AGENTS;
    }

    /** The group of an organism's supervisors. */
    public static String supervisorsOf(String organism) {
        return organism + SUPERVISORS;
    }

    /** The group of those who carry out an organism's payments. */
    public static String accountantsOf(String organism) {
        return organism + ACCOUNTANTS;
    }

    /** True for a group of an organism, whose members work in Tasklist. */
    public static boolean isOfOrganism(String group) {
        return group.endsWith(AGENTS)
                || group.endsWith(SUPERVISORS)
                || group.endsWith(ACCOUNTANTS)
                || group.equals(DATA_OFFICER);
    }

    /** True for somebody with these groups who has models and no tasks. */
    public static boolean isOfModelsAlone(Set<String> groups) {
        return groups.contains(PROCESS_OWNER) && groups.stream().noneMatch(Agents::isOfOrganism);
    }

    /**
     * A person as others see them.
     *
     * @param login the id
     */
    public record Person(String login, String firstName, String lastName) {

        /** First and last name. */
        public String name() {
            return firstName + " " + lastName;
        }
    }

    /** The person with this login, or nothing. */
    public Optional<Person> find(String login) {
        return user(login).map(Agents::person);
    }

    /** The engine's row of a person, whoever is signed in. */
    Optional<User> user(String login) {
        return Optional.ofNullable(
                unchecked(() -> identity.createUserQuery().userId(login).singleResult()));
    }

    /**
     * What changes with the password of a person and tells nothing of it; nothing for a stranger. Sessions keep it: one that
     * was opened with another password is over.
     */
    public Optional<String> passwordMark(String login) {
        return user(login).map(known -> digest(known.getPassword()));
    }

    private static String digest(@Nullable String hash) {
        try {
            byte[] text = String.valueOf(hash).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Person person(User user) {
        return new Person(user.getId(), user.getFirstName(), user.getLastName());
    }

    /** Ids of the groups of a person; empty for a stranger. */
    public Set<String> groups(String login) {
        return unchecked(
                () -> ids(identity.createGroupQuery().groupMember(login).list(), Group::getId));
    }

    /** Codes of the organisms of a person; empty for process owners and administrators. */
    public Set<String> organisms(String login) {
        return unchecked(() -> ids(
                identity.createTenantQuery()
                        .userMember(login)
                        .includingGroupsOfUser(true)
                        .list(),
                Tenant::getId));
    }

    /** Codes of the organisms that the person supervises. */
    public Set<String> supervised(String login) {
        return groups(login).stream()
                .filter(group -> group.endsWith(SUPERVISORS))
                .map(group -> group.substring(0, group.length() - SUPERVISORS.length()))
                .collect(Collectors.toSet());
    }

    /** The people of these groups, each once, by last name. */
    public List<Person> members(Collection<String> groups) {
        Map<String, Person> found = new HashMap<>();
        groups.forEach(group -> unchecked(
                        () -> identity.createUserQuery().memberOfGroup(group).list())
                .forEach(user -> found.put(user.getId(), person(user))));
        return found.values().stream().sorted(BY_NAME).toList();
    }

    /** The e-mail addresses of those of a group who have one, by login. */
    public Map<String, String> addresses(String group) {
        Map<String, String> addresses = new TreeMap<>();
        for (User user :
                unchecked(() -> identity.createUserQuery().memberOfGroup(group).list())) {
            if (user.getEmail() != null && !user.getEmail().isBlank()) {
                addresses.put(user.getId(), user.getEmail());
            }
        }
        return addresses;
    }

    /** True when the person is in the group now. */
    public boolean isIn(String login, String group) {
        return groups(login).contains(group);
    }

    /** True when the group has a member. */
    public boolean isAnyoneIn(String group) {
        return unchecked(() -> identity.createUserQuery().memberOfGroup(group).count()) > 0;
    }

    /** Runs with the person's rights and organisms in the engine, and puts back what was before. */
    public <T> T as(String login, Supplier<T> action) {
        var before = identity.getCurrentAuthentication();
        List<String> groups = List.copyOf(groups(login));
        List<String> organisms = List.copyOf(organisms(login));
        identity.setAuthentication(login, groups, organisms);
        try {
            return action.get();
        } finally {
            identity.setAuthentication(before);
        }
    }

    private <T> T unchecked(Supplier<T> query) {
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return query.get();
        } finally {
            identity.setAuthentication(before);
        }
    }

    private static <T> Set<String> ids(List<T> found, java.util.function.Function<T, String> id) {
        Set<String> ids = new HashSet<>();
        found.forEach(each -> ids.add(id.apply(each)));
        return ids;
    }
}
