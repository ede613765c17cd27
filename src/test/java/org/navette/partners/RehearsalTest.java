package org.navette.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.partners.ChangedRequest.FILE;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Modeler;
import org.navette.NavetteTest;
import org.navette.Rehearser;
import org.navette.Rehearser.Answer;
import org.navette.requests.Dossiers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@NavetteTest
@DisplayName("The rehearsal of a deployment")
class RehearsalTest {

    private static final String REVIEW = "partners.case-review";

    @LocalServerPort
    int port;

    @Autowired
    PartnerWorld world;

    @Autowired
    Dossiers dossiers;

    @Autowired
    RepositoryService repository;

    private Rehearser owner;
    private Desk desk;

    @BeforeEach
    void open(@Autowired ApplicationContext application) {
        owner = new Rehearser(application, port);
        desk = world.desk("331");
    }

    @AfterEach
    void takeBack() {
        owner.close();
    }

    @Test
    @DisplayName("COMM-13 counts running requests by place: all could move when only names change; nothing is deployed")
    void counts() {
        Map<String, String> files = Map.of(FILE, ChangedRequest.renamed());
        long deployments = repository.createDeploymentQuery().count();
        Answer before = rehearsed(files);
        oneAtEachPlace();
        Answer after = rehearsed(files);
        assertThat(more(before, after, "running")).isEqualTo(4);
        assertThat(more(before, after, "movable")).isEqualTo(4);
        assertThat(after.process().path("needMapping").asLong()).isZero();
        for (String place :
                new String[] {"Prendre en charge", "« Répondre »", "Question ou fin", "Répondre au message"}) {
            assertThat(after.count(place, "MOVE") - before.count(place, "MOVE"))
                    .as(place)
                    .isEqualTo(1);
        }
        assertThat(after.process().path("oneWay")).isEmpty();
        assertThat(after.process().path("triggers")).isEmpty();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        String number = world.deposit(desk, REVIEW);
        world.take(number);
        assertThat(world.status(number)).isEqualTo("Pris en charge");
        assertThat(owner.show(after.id()).json().path("rehearsal"))
                .isEqualTo(after.json().path("rehearsal"));
    }

    @Test
    @DisplayName(
            "COMM-13 an activity with another id needs a mapping, said by its name, with its new id; others could move")
    void otherId() {
        oneAtEachPlace();
        Answer found = rehearsed(Map.of(FILE, ChangedRequest.otherId()));
        assertThat(found.count("« Répondre »", "MAP")).isPositive();
        assertThat(found.count("« Répondre »", "MOVE")).isZero();
        assertThat(found.count("Prendre en charge", "MOVE")).isPositive();
        assertThat(found.text())
                .contains("« Répondre » n'est plus dans la nouvelle version ; un élément du même nom y a un autre"
                        + " identifiant (« UserTask_Reply » au lieu de « UserTask_Answer »)");
        assertThat(found.process().path("oneWay").toString()).contains("Répondre");
    }

    @Test
    @DisplayName("COMM-13 a wait of the partner that is gone needs a mapping, though the engine would drop it silently")
    void waitGone() {
        oneAtEachPlace();
        Answer found = rehearsed(Map.of(FILE, ChangedRequest.withoutCancellation()));
        assertThat(found.count("Prendre en charge", "MAP")).isPositive();
        assertThat(found.count("Prendre en charge", "MOVE")).isZero();
        assertThat(found.count("« Répondre »", "MOVE")).isPositive();
        assertThat(found.text()).contains("« Demande annulée » n'est plus dans la nouvelle version");
    }

    @Test
    @DisplayName("COMM-13 an added task stops nobody, and from it there is no way back; a changed date is told")
    void added() {
        oneAtEachPlace();
        Answer found = rehearsed(Map.of(FILE, ChangedRequest.withVerification()));
        assertThat(found.process().path("needMapping").asLong()).isZero();
        assertThat(found.process().path("oneWay").toString()).isEqualTo("[\"« Vérifier »\"]");
        Answer otherEnd = rehearsed(Map.of(FILE, ChangedRequest.otherEnd()));
        assertThat(otherEnd.process().path("triggers").toString()).isEqualTo("[\"« Fin des quinze jours »\"]");
    }

    @Test
    @DisplayName("COMM-13 drafts whose form gains a required field are counted; one that has the field is not")
    void drafts() {
        Answer before = rehearsed(ChangedRequest.withReference());
        String number = world.deposit(desk, REVIEW);
        world.take(number);
        String other = world.deposit(desk, REVIEW);
        world.take(other);
        draft(number, Map.of("answer", "Bonjour"));
        draft(other, Map.of("answer", "Bonjour", "reference", "R1"));
        Answer after = rehearsed(ChangedRequest.withReference());
        var form = after.json().path("rehearsal").path("report").path("forms").path(0);
        assertThat(form.path("form").asText()).isEqualTo("partner-request.answer");
        assertThat(form.path("gained").toString()).isEqualTo("[\"Référence\"]");
        assertThat(form.path("drafts").asLong()
                        - before.json()
                                .path("rehearsal")
                                .path("report")
                                .path("forms")
                                .path(0)
                                .path("drafts")
                                .asLong())
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "COMM-13 refuses what a deployment would refuse, each file with its reason, and a package without change")
    void refusals() {
        Answer refused = owner.rehearse(Map.of(
                FILE,
                Modeler.changed("processes/partners/" + FILE, "value=\"RESOLVED\"", "value=\"SOLVED\""),
                "partner-offers.dmn",
                Modeler.changed("dmn/partners/partner-offers.dmn", "<text>1</text>", "<text>1 +</text>"),
                "note.txt",
                "bonjour"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("reasons")).hasSize(3);
        assertThat(refused.json().path("message").asText())
                .contains("La phase « SOLVED » n'existe pas", FILE, "Event_Resolved")
                .contains("Rule_Contact", "partner-offers.dmn")
                .contains("« note.txt » n'est pas un modèle");
        assertThat(owner.rehearse(Map.of(FILE, Modeler.shipped("processes/partners/" + FILE)))
                        .text())
                .contains("déjà en vigueur, à l'identique");
        assertThat(owner.rehearse(Map.of(FILE, "")).text()).contains("est vide");
        assertThat(owner.rehearse(Map.of()).text()).contains("Choisissez au moins un fichier");
        Answer unreadable = owner.rehearse(Map.of(
                FILE,
                Modeler.changed(
                        "processes/partners/" + FILE, "targetRef=\"UserTask_Answer\"", "targetRef=\"Nowhere\"")));
        assertThat(unreadable.status()).isEqualTo(409);
        assertThat(unreadable.text()).contains("ne sait pas lire", FILE, "Nowhere");
        assertThat(world.deposit(desk, REVIEW)).isNotBlank();
    }

    @Test
    @DisplayName("COMM-13 tells new and unchanged files apart, and tables that apply to everybody at once")
    void files() {
        Answer found = rehearsed(Map.of(
                FILE,
                Modeler.shipped("processes/partners/" + FILE),
                "partner-offers.dmn",
                Modeler.changed("dmn/partners/partner-offers.dmn", "\"Demander un document\"", "\"Un document\"")));
        var files = found.json().path("rehearsal").path("report").path("files");
        assertThat(files.path(0).path("kind").asText()).isEqualTo("TABLE");
        assertThat(files.path(1).path("next").isNull()).isTrue();
        assertThat(found.process().isMissingNode()).isTrue();
    }

    @Test
    @DisplayName("COMM-13 answers nobody but process owners")
    void roles() {
        assertThat(owner.asked(Rehearser.LOGIN, Rehearser.PASSWORD)).isEqualTo(404);
        assertThat(owner.asked(world.agent("331"), PartnerWorld.PASSWORD)).isEqualTo(403);
        assertThat(owner.asked(world.login(desk), PartnerWorld.PASSWORD)).isEqualTo(401);
    }

    private void oneAtEachPlace() {
        world.deposit(desk, REVIEW);
        world.take(world.deposit(desk, REVIEW));
        world.resolved(desk);
        world.ask(desk, world.resolved(desk), "Une question");
    }

    private void draft(String number, Map<String, Object> answers) {
        dossiers.keep(world.agent("331"), UUID.fromString(world.task(number).getId()), answers);
    }

    private Answer rehearsed(Map<String, String> files) {
        Answer answer = owner.rehearse(files);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static long more(Answer before, Answer after, String what) {
        return after.process().path(what).asLong() - before.process().path(what).asLong();
    }
}
