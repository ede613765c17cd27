package org.navette.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.engine.Tasks;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("The dossier behind a task")
class DossierTest {

    private static final byte[] TEXT = "nom;date\nTutu;2026\n".getBytes(StandardCharsets.UTF_8);

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Autowired
    Tasks tasks;

    @Test
    @DisplayName("PART-24 is read by an agent of the organism and by no other organism's")
    void isolation() {
        String task = taken("331");
        var own = agent(world.agent("331"));
        var other = agent(world.agent("623"));
        String address = "/agents/dossiers/" + task;
        assertThat(own.get(address).text()).contains("TUTU", "Joséphine", "Commentaire d'essai");
        assertThat(other.get(address).status()).isEqualTo(404);
        assertThat(other.get(address).body()).doesNotContain("TUTU");
        assertThat(own.get("/agents/dossiers/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(own.get("/agents/dossiers/abc").status()).isBetween(400, 404);
        assertThat(new Browser(port).get(address).status()).isIn(302, 401);
    }

    @Test
    @DisplayName("PART-14 takes the files of an answer from the task's agent alone, and they go with the answer")
    void filesOfAnAnswer() {
        String task = taken("331");
        String number = tasks.find(world.agent("331"), task).orElseThrow().businessKey();
        String address = "/agents/dossiers/" + task;
        var own = agent(world.agent("331"));
        var colleague = agent(world.agent("colleague.331", "331"));
        var other = agent(world.agent("623"));
        own.get(address);
        colleague.get(address);
        other.get("/agents/dossiers/" + taken("623"));

        assertThat(colleague
                        .upload(address + "/fichiers", "file", "a.csv", "text/csv", TEXT)
                        .status())
                .isEqualTo(409);
        assertThat(other.upload(address + "/fichiers", "file", "a.csv", "text/csv", TEXT)
                        .status())
                .isEqualTo(409);
        assertThat(own.upload(address + "/fichiers", "file", "a.exe", "text/csv", TEXT)
                        .status())
                .isEqualTo(422);
        assertThat(own.upload(address + "/fichiers", "file", "liste.csv", "text/csv", TEXT)
                        .status())
                .isEqualTo(201);

        world.answer(number, "Voici la liste");
        assertThat(agent(world.agent("331")).get(address).status())
                .as("the task is done")
                .isEqualTo(404);
    }

    /** The id of the task "Répondre" of a request that the organism's agent has taken in charge. */
    private String taken(String organism) {
        String number = world.deposit(world.desk(organism), "partners.case-review");
        world.take(number);
        return world.task(number).getId();
    }

    private Browser agent(String login) {
        var browser = new Browser(port);
        browser.signIn("/agents", login, PartnerWorld.PASSWORD);
        return browser;
    }
}
