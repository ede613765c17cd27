package org.navette.privacy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.TableSearch;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.navette.privacy.Demand.Kind;
import org.navette.privacy.OfficerWorld;
import org.navette.retention.Sought;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("COMM-05 Who asks the data officer")
class DemandLettersTest {

    private static final Sought SOUGHT = new Sought("Rocambole", "Ursuline", null);

    private final String address = "ursuline" + System.nanoTime() + "@world.example";

    @Autowired
    PartnerWorld world;

    @Autowired
    OfficerWorld officers;

    @Autowired
    PersonWorld persons;

    @Autowired
    SentLetters letters;

    @Autowired
    TableSearch search;

    @Autowired
    RuntimeService runtime;

    private Desk desk;

    @BeforeEach
    void desk() {
        desk = world.desk("331");
    }

    private List<String> subjects() {
        return letters.to(address).stream().map(SentLetters.Letter::subject).toList();
    }

    @Test
    @DisplayName("COMM-05 is told by mail that a copy is asked for, granted and ready, by its number alone; then the"
            + " address is known no longer")
    void export() {
        persons.deposit(desk, "Rocambole", "Ursuline", "1971-02-03");
        String number = officers.open(Kind.EXPORT, null, SOUGHT, address);
        assertThat(persons.dossier(number)).contains("Prévenue par courriel", address);
        assertThat(letters.to(address)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).contains(number, "bien reçue");
            assertThat(letter.text())
                    .contains(number, "la copie de vos données")
                    .startsWith("Bonjour,");
        });
        officers.decide(number, OfficerWorld.ACCEPTED);
        officers.runSteps(number);
        assertThat(subjects())
                .hasSize(3)
                .satisfies(all -> assertThat(all.get(1)).contains(number, "acceptée"))
                .satisfies(all -> assertThat(all.get(2)).contains(number, "prête"));
        assertThat(letters.to(address))
                .allSatisfy(letter -> assertThat(letter.text()).doesNotContainIgnoringCase("rocambole"));
        assertThat(search.columnsWith(address, "%")).isEmpty();
    }

    @Test
    @DisplayName("COMM-05 is told why it is refused, and by nothing else is the address known then")
    void refused() {
        String number = officers.open(Kind.ERASURE, null, SOUGHT, address);
        officers.decide(
                number,
                Map.of("identity", "NONE", "decision", "REFUSE", "reason", "Une rixe alambiquée est en cours."));
        assertThat(letters.lastTo(address)).satisfies(letter -> {
            assertThat(letter.subject()).contains(number, "refusée");
            assertThat(letter.text()).contains("l’effacement de vos données", "Une rixe alambiquée", "réclamation");
        });
        assertThat(search.columnsWith(address, "%")).isEmpty();
        assertThat(search.columnsWith("alambiquée", "%")).containsExactly("person_request.reason");
    }

    @Test
    @DisplayName("COMM-05 is told when something could not be erased")
    void partly() {
        persons.deposit(desk, "Rocambole", "Ursuline", "1971-02-03");
        String number = officers.open(Kind.ERASURE, null, SOUGHT, address);
        officers.decide(number, OfficerWorld.ACCEPTED);
        officers.runSteps(number);
        assertThat(subjects()).last().asString().contains(number, "effacées en partie");
    }

    @Test
    @DisplayName("COMM-05 is written to no more when an administrator deletes the demand, and the address goes")
    void deleted() {
        String number = officers.open(Kind.ERASURE, null, SOUGHT, address);
        runtime.deleteProcessInstance(world.task(number).getProcessInstanceId(), "administrator");
        assertThat(subjects()).hasSize(1);
        assertThat(search.columnsWith(address, "%")).isEmpty();
    }

    @Test
    @DisplayName("COMM-05 is not written to where no address is known")
    void unknown() {
        String number = officers.open(Kind.EXPORT, null, SOUGHT);
        assertThat(persons.dossier(number)).contains("Prévenue par courriel", "non");
        officers.decide(number, OfficerWorld.ACCEPTED);
        officers.runSteps(number);
        assertThat(world.status(number)).isEqualTo("Export disponible");
    }
}
