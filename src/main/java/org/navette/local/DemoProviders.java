package org.navette.local;

import java.util.List;
import org.navette.directory.Organism;
import org.navette.directory.Organisms;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;
import org.navette.providers.Providers;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The CNSS and its establishments in the demonstration. */
@Component
@Profile("local")
class DemoProviders {

    static final List<IdentityData.User> AGENTS = List.of(
            agent("salma.agence", "Salma", "Idrissi", "cnss-agent"),
            agent("karim.relation", "Karim", "Bennani", "cnss-agent"),
            agent("hind.controle", "Hind", "El Fassi", "cnss-agent", "cnss-supervisor"),
            agent("younes.comptable", "Younès", "Tazi", "cnss-accountant"));

    private final Organisms organisms;
    private final Identity identity;
    private final Providers providers;

    DemoProviders(Organisms organisms, Identity identity, Providers providers) {
        this.organisms = organisms;
        this.identity = identity;
        this.providers = providers;
    }

    /** The body's people. */
    @Transactional
    public void create() {
        String name = "Caisse nationale de sécurité sociale";
        organisms.save(new Organism(providers.organism(), name));
        identity.ensure(new IdentityData(List.of(new IdentityData.Organism(providers.organism(), name)), AGENTS));
    }

    private static IdentityData.User agent(String login, String firstName, String lastName, String... groups) {
        return new IdentityData.User(
                login, firstName, lastName, login + "@demonstration.example", DemoPeople.PASSWORD, List.of(groups));
    }
}
