package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.NoSuchElementException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld.Enrolled;
import org.navette.funding.Imports.Outcome;
import org.navette.funding.Imports.Simulation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("The import of a file of requests")
class ImportsTest {

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient jdbc;

    private Enrolled enrolled;

    @BeforeEach
    void enrol() {
        enrolled = world.enrolled(Couloir.MDV);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    private SampleFile advances(int requests) {
        return ImportWorld.file(enrolled, RequestType.ADVANCE, Couloir.MDV).times(requests);
    }

    private List<Outcome> start(long id) {
        imports.start(enrolled.supplier(), id);
        files.run(id);
        return files.outcomes(enrolled, id);
    }

    @Test
    @DisplayName("FUND-11 deposits each request that simulated clean under a number of its couloir, incomplete, once")
    void deposits() {
        Simulation simulation = files.simulate(enrolled, advances(45));
        assertThat(simulation.report().isClean()).isTrue();

        List<Outcome> outcomes = start(simulation.id());

        assertThat(outcomes).hasSize(45).allSatisfy(outcome -> {
            assertThat(outcome.number()).matches("FINMDV\\d{6}M0");
            assertThat(outcome.findings()).isEmpty();
        });
        assertThat(outcomes).extracting(Outcome::number).doesNotHaveDuplicates().isSorted();
        Import done = imports.find(enrolled.supplier(), simulation.id()).orElseThrow();
        assertThat(done.isRunning()).isFalse();
        assertThat(done.kept()).isEqualTo(45);
        assertThat(status(outcomes.get(0).number())).isEqualTo("Incomplète");
        assertThat(count("funding_amendment", outcomes.get(0).number())).isEqualTo(1);
        assertThat(count("funding_beneficiary", outcomes.get(44).number())).isEqualTo(1);
    }

    @Test
    @DisplayName("FUND-11 keeps the good requests, rejects the bad ones, and tells each in the file that it gives back")
    void goodAndBad() throws Exception {
        SampleFile file = advances(3).with("/demandes/1/dateCommande", "\"1999-01-01\"");
        List<Outcome> outcomes = files.load(enrolled, file);

        assertThat(outcomes.get(0).number()).isNotNull();
        assertThat(outcomes.get(1).number()).isNull();
        assertThat(outcomes.get(1).findings()).singleElement().satisfies(found -> {
            assertThat(found.finding().message()).contains("précède la prise d'effet");
            assertThat(found.isNew()).as("the simulation said so").isFalse();
        });
        Import done = imports.list(enrolled.supplier(), "", null, null, null).get(0);
        assertThat(done.kept()).isEqualTo(2);
        assertThat(done.rejected()).isEqualTo(1);
        JsonNode output = SampleFile.JSON.readTree(imports.output(enrolled.supplier(), done));
        assertThat(output.at("/demandes/0/numeroAsp").asText())
                .isEqualTo(outcomes.get(0).number());
        assertThat(output.at("/demandes/1/erreurs/0/pointeur").asText()).isEqualTo("/demandes/1/dateCommande");
        assertThat(output.at("/demandes/2/montantSegurHT"))
                .isEqualTo(file.root().at("/demandes/2/montantSegurHT"));
    }

    @Test
    @DisplayName("FUND-10 an editor number or a beneficiary that was used already is found by the next simulation")
    void usedAlready() {
        List<Outcome> first = files.load(enrolled, advances(2));
        Simulation again = files.simulate(enrolled, advances(3));

        assertThat(again.report().good()).isEqualTo(1);
        assertThat(again.report().groups().get(0).findings())
                .extracting(Finding::message)
                .anyMatch(text ->
                        text.contains("déjà celui de la demande " + first.get(0).number()))
                .anyMatch(text -> text.contains("a déjà une avance pour ce logiciel"));
        assertThat(again.report().groups().get(0).findings())
                .extracting(Finding::pointer)
                .contains("/demandes/0/numeroEditeur", "/demandes/0/beneficiaires/0/rpps");
    }

    @Test
    @DisplayName("FUND-08 the very same file is known again; another supplier's simulation cannot be imported")
    void sameFile() {
        Simulation first = files.simulate(enrolled, advances(1));
        assertThat(first.before()).isNull();
        start(first.id());
        assertThat(files.simulate(enrolled, advances(1)).id())
                .as("nothing in it is good any more")
                .isNull();
        assertThat(files.simulate(enrolled, advances(2)).before())
                .as("another file")
                .isNull();

        Enrolled other = world.enrolled(Couloir.MDV);
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> imports.start(other.supplier(), first.id()));
        assertThat(imports.find(other.supplier(), first.id())).isEmpty();
        assertThat(imports.list(other.supplier(), "", null, null, null)).isEmpty();
    }

    @Test
    @DisplayName("FUND-10 when the world has changed since the simulation, the import says what is new")
    void worldChanged() {
        Simulation two = files.simulate(enrolled, advances(2));
        files.load(enrolled, advances(1));
        List<Outcome> outcomes = start(two.id());

        assertThat(outcomes.get(0).number()).isNull();
        assertThat(outcomes.get(0).findings()).isNotEmpty().allMatch(Imports.OutcomeFinding::isNew);
        assertThat(outcomes.get(1).number()).isNotNull();
    }

    @Test
    @DisplayName("FUND-08 a simulation counts for a day, and only with the rules that it was made with")
    void stale() {
        Simulation old = files.simulate(enrolled, advances(1));
        jdbc.sql("update funding_import set rules = 'earlier' where id = ?")
                .param(old.id())
                .update();
        refused(old, ImportRefused.Reason.RULES_CHANGED);
        Simulation late = files.simulate(enrolled, advances(1));
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(Duration.ofHours(25))));
        refused(late, ImportRefused.Reason.TOO_OLD);
    }

    private void refused(Simulation simulation, ImportRefused.Reason reason) {
        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(() -> imports.start(enrolled.supplier(), simulation.id()))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
        assertThat(imports.find(enrolled.supplier(), simulation.id())
                        .orElseThrow()
                        .startedAt())
                .isNull();
    }

    @Test
    @DisplayName("FUND-11 an import that was cut short goes on where it was; started twice at once it is one import")
    void interrupted() {
        long id = files.simulate(enrolled, advances(50)).id();
        AtOnce.Action start = () -> imports.start(enrolled.supplier(), id);
        AtOnce.run(start, start, start);
        files.runOnce(id);
        Import half = imports.find(enrolled.supplier(), id).orElseThrow();
        assertThat(half.isRunning()).isTrue();
        assertThat(half.done()).isEqualTo(ImportRun.BATCH);
        Simulation other = files.simulate(enrolled, advances(60));
        refused(other, ImportRefused.Reason.ANOTHER);

        files.run(id);

        assertThat(files.outcomes(enrolled, id))
                .hasSize(50)
                .extracting(Outcome::number)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(jdbc.sql("select count(*) from funding_request where supplier_id = ?")
                        .param(enrolled.supplier().id())
                        .query(Long.class)
                        .single())
                .isEqualTo(50);
    }

    @Test
    @DisplayName("FUND-10 a file that is wrong as a whole cannot be imported, and nothing of it is kept")
    void wrongFile() {
        Simulation wrong = files.simulate(enrolled, advances(1).with("/regimeTVA", "\"RIEN\""));
        assertThat(wrong.id()).isNull();
        assertThat(wrong.report().fileIsWrong()).isTrue();
        assertThat(jdbc.sql("select count(*) from funding_import where supplier_id = ?")
                        .param(enrolled.supplier().id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("FUND-10 an amount above the ceiling is kept with a warning that says what will be retained")
    void aboveCeiling() {
        Simulation rich = files.simulate(enrolled, advances(1).with("/demandes/0/montantSegurHT", "99999.99"));
        assertThat(rich.report().good()).isEqualTo(1);
        assertThat(rich.report().warned()).isEqualTo(1);
        assertThat(rich.report().groups().get(0).findings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("1\u202f100,00\u00a0€ HT seront retenus");
    }

    private String status(String number) {
        return jdbc.sql("select status_label from request where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private long count(String table, String number) {
        return jdbc.sql("select count(*) from " + table + " t join request r on r.id = t.request_id where r.number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }
}
