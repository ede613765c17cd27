package org.navette.partners;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.navette.directory.Organism;
import org.navette.directory.Supervisor;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;

/** The agents and supervisors of {@link PartnerWorld}, made when they are first asked for. */
final class AgentWorld {

    private final Identity identity;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    AgentWorld(Identity identity) {
        this.identity = identity;
    }

    String agent(String login, Organism organism) {
        make(login, "Agent", organism.code(), List.of(organism), "-agent");
        return login;
    }

    String supervisor(String login, Organism organism) {
        make(login, "Agent", organism.code(), List.of(organism), "-supervisor");
        return login;
    }

    Supervisor supervisor(List<Organism> organisms) {
        String login = "supervisor."
                + String.join(".", organisms.stream().map(Organism::code).toList());
        make(login, "Sabine", "Superviseur", organisms, "-supervisor");
        return new Supervisor(login, "Sabine Superviseur", organisms.get(0));
    }

    private void make(String login, String firstName, String lastName, List<Organism> organisms, String role) {
        if (!made.add(login)) {
            return;
        }
        identity.ensure(new IdentityData(
                organisms.stream()
                        .map(organism -> new IdentityData.Organism(organism.code(), organism.name()))
                        .toList(),
                List.of(new IdentityData.User(
                        login,
                        firstName,
                        lastName,
                        login + "@world.example",
                        PartnerWorld.PASSWORD,
                        organisms.stream()
                                .map(organism -> organism.code() + role)
                                .toList()))));
    }
}
