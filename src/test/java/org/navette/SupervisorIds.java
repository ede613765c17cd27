package org.navette;

import java.util.Map;
import java.util.UUID;
import org.navette.directory.Conventions;
import org.navette.directory.NewsText;
import org.navette.directory.Newsroom;
import org.navette.directory.Supervisor;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.partners.PartnerWorld;
import org.navette.requests.CannedAnswers;
import org.navette.requests.CannedText;
import org.springframework.context.ApplicationContext;

/** What the supervisors of an organism keep, named by the addresses of their pages. */
final class SupervisorIds {

    private SupervisorIds() {}

    /** Makes one of each in the organism of a desk; the texts hold the given name. */
    static Map<String, String> make(ApplicationContext application, Desk owner, String name) {
        PartnerWorld world = application.getBean(PartnerWorld.class);
        Supervisor supervisor = world.supervisorOf(owner.organism().code());
        UUID structure = owner.structure().id();
        UUID canned = UUID.randomUUID();
        application
                .getBean(CannedAnswers.class)
                .add(supervisor, canned, new CannedText("", "Titre " + name, "Texte " + name));
        UUID news = UUID.randomUUID();
        // to come: no page of partners shows them
        application
                .getBean(Newsroom.class)
                .publish(supervisor, news, new NewsText("Titre " + name, "Texte " + name, "2098-01-01", "2098-01-02"));
        return Map.of(
                "organism", supervisor.code(),
                "section:[a-z][a-z-]+", "reponses-types",
                "answer", canned.toString(),
                "news", news.toString(),
                "structure", structure.toString(),
                "convention",
                        application
                                .getBean(Conventions.class)
                                .between(structure, supervisor.code())
                                .get(0)
                                .id()
                                .toString(),
                "manager",
                        world.member(owner.structure(), Member.Role.MANAGER)
                                .id()
                                .toString());
    }
}
