package org.navette.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.navette.accounts.Accounts;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishments;
import org.navette.directory.Organism;
import org.navette.directory.Organisms;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;
import org.navette.providers.Memberships;
import org.navette.providers.Profile;
import org.navette.providers.ProviderAccounts;
import org.navette.providers.Providers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The CNSS and its establishments in the demonstration. */
@Component
@org.springframework.context.annotation.Profile("local")
class DemoProviders {

    static final List<IdentityData.User> AGENTS = List.of(
            agent("salma.agence", "Salma", "Idrissi", "cnss-agent"),
            agent("karim.relation", "Karim", "Bennani", "cnss-agent"),
            agent("hind.controle", "Hind", "El Fassi", "cnss-agent", "cnss-supervisor"),
            agent("younes.comptable", "Younès", "Tazi", "cnss-accountant"));

    private final Organisms organisms;
    private final Identity identity;
    private final Providers providers;

    private final CareEstablishments establishments;
    private final Memberships memberships;
    private final Accounts accounts;
    private final DemoAgents agents;
    private final Clock clock;

    DemoProviders(
            Organisms organisms,
            Identity identity,
            Providers providers,
            CareEstablishments establishments,
            Memberships memberships,
            Accounts accounts,
            DemoAgents agents,
            Clock clock) {
        this.organisms = organisms;
        this.identity = identity;
        this.providers = providers;
        this.establishments = establishments;
        this.memberships = memberships;
        this.accounts = accounts;
        this.agents = agents;
        this.clock = clock;
    }

    /** The establishments that are members, whose principal accounts have the demonstration's password. */
    static final List<Member> MEMBERS = List.of(
            new Member("100000017", "Naïma", "El Amrani", true), new Member("100000025", "Driss", "Lahlou", false));

    /** Those whose request waits at a step. */
    private static final List<Member> WAITING = List.of(
            new Member("100000066", "Rim", "Sebti", true),
            new Member("100000058", "Saïd", "Ouazzani", false),
            new Member("100000033", "Hanae", "Tahiri", true));

    private static final String RECEPTION = "salma.agence";
    private static final String TREATMENT = "karim.relation";
    private static final String CONTROL = "hind.controle";

    /**
     * An establishment and its director.
     *
     * @param copy true when a copy of the director's card goes with the form
     */
    record Member(String inpe, String firstName, String lastName, boolean copy) {

        private Map<String, Object> answers(Map<String, Object> known) {
            Map<String, Object> answers = new HashMap<>(known);
            answers.putIfAbsent("cnssId", "2456789");
            answers.merge("address", "14, boulevard Zerktouni", (old, fresh) -> old.equals("") ? fresh : old);
            answers.merge("city", "Casablanca", (old, fresh) -> old.equals("") ? fresh : old);
            answers.put("firstName", firstName);
            answers.put("lastName", lastName);
            answers.put("practitionerInpe", "1" + inpe.substring(1));
            answers.put("email", "direction@" + inpe + ".example");
            answers.put("gsm", "0612" + inpe.substring(3));
            answers.put("commits", true);
            answers.put("terms", true);
            if (copy) {
                answers.putIfAbsent("ice", "001561191000066");
                answers.put("identity", "BE" + inpe.substring(3));
            }
            return answers;
        }
    }

    /** The body's people. */
    @Transactional
    public void create() {
        String name = "Caisse nationale de sécurité sociale";
        organisms.save(new Organism(providers.organism(), name));
        identity.ensure(new IdentityData(List.of(new IdentityData.Organism(providers.organism(), name)), AGENTS));
    }

    /** What happens to the memberships, at which moments. */
    List<DemoMoment> moments(Instant now) {
        List<DemoMoment> moments = new ArrayList<>();
        int day = 745;
        for (Member member : MEMBERS) {
            var life = new Life(member);
            at(moments, now, day, life::declare);
            at(moments, now, day - 1, life::receive);
            at(moments, now, day - 2, life::treat);
            at(moments, now, day - 3, life::open);
            day -= 2;
        }
        List<Consumer<Life>> steps = List.of(Life::declare, Life::receive, Life::treat);
        for (int i = 0; i < WAITING.size(); i++) {
            var life = new Life(WAITING.get(i));
            for (int step = 0; step <= i; step++) {
                var next = steps.get(step);
                at(moments, now, 4 - step, () -> next.accept(life));
            }
        }
        return moments;
    }

    private static void at(List<DemoMoment> moments, Instant now, int daysAgo, Runnable act) {
        moments.add(new DemoMoment(now.minus(Duration.ofDays(daysAgo)).plusSeconds(3_600L + moments.size()), act));
    }

    /** One membership. */
    private final class Life {

        private final Member member;
        private String number = "";

        private Life(Member member) {
            this.member = member;
        }

        private void declare() {
            CareEstablishment known = establishments.byInpe(member.inpe()).orElseThrow();
            number = memberships.declare(known, UUID.randomUUID(), "", member.answers(memberships.prefill(known)));
        }

        private void receive() {
            agents.decide(
                    RECEPTION,
                    number,
                    Map.of(
                            "outcome",
                            "RECEIVED",
                            "receivedOn",
                            LocalDate.now(clock).toString(),
                            "agency",
                            "Rabat Agdal",
                            "identityCopy",
                            member.copy()));
        }

        private void treat() {
            agents.decide(TREATMENT, number, Map.of("outcome", "ACCEPTED"));
        }

        /** The accounts get the demonstration's password, as if their people had chosen it. */
        private void open() {
            agents.decide(CONTROL, number, Map.of("outcome", "ACCEPTED"));
            agents.sendMails();
            for (Profile profile : Profile.values()) {
                accounts.setPassword(
                        accounts.find(Providers.ESPACE, ProviderAccounts.composed(member.inpe(), profile, ""))
                                .orElseThrow()
                                .id(),
                        DemoPeople.PASSWORD);
            }
        }
    }

    private static IdentityData.User agent(String login, String firstName, String lastName, String... groups) {
        return new IdentityData.User(
                login, firstName, lastName, login + "@demonstration.example", DemoPeople.PASSWORD, List.of(groups));
    }
}
