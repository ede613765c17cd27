package org.navette.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.SentLetters;
import org.navette.TableSearch;
import org.navette.files.FileStore;
import org.navette.files.SamplePdf;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("COMM-04 What people and agents of procedures type")
class EngineKeepsNothingTest {

    /** Words that are in no model, no code and no login. */
    private static final String TYPED = "xylophonte|gwendalinette|quetzalville|98 ?76 ?54|kouglofissime|tarabiscotage"
            + "|hurluberlu|chafouin|cucurbitoide|saperlipopette|perlimpinpin|galimatias|calembredaine";

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    ProcedureTraces traces;

    @Autowired
    Drafts drafts;

    @Autowired
    Corrections corrections;

    @Autowired
    FileStore files;

    @Autowired
    SentLetters letters;

    @Autowired
    TableSearch search;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("COMM-04 rests in our own tables: no table of the engine holds a word of it, before or after the end")
    void nothingInTheEngine() {
        Office newcomer = world.newcomer();
        UUID draft = world.draft(newcomer, "first-installation");
        long version = world.version(newcomer, draft);
        version = drafts.save(
                newcomer,
                draft,
                "head-office",
                Typed.with(
                        Typed.with(Typed.headOffice(world.siret(newcomer)), "city", "Quetzalville"),
                        "companyName",
                        "Kouglofissime SARL"),
                version);
        version = drafts.save(
                newcomer, draft, "head-office", Typed.with(Typed.legal(), "lastName", "Xylophonte"), version);
        version = drafts.save(
                newcomer, draft, "technical", Typed.with(Typed.technical(), "firstName", "Gwendalinette"), version);
        drafts.save(newcomer, draft, "technical", Map.of("comment", "Tarabiscotage, 06 98 76 54 32"), version);
        world.upload(newcomer, draft, "other", "hurluberlu.pdf");
        String number = world.send(newcomer, draft);
        nothingFound(number);

        assertThatThrownBy(() -> service.decide(
                        number,
                        Map.of("outcome", "CORRECTIONS", "remarks", "Perlimpinpin", "steps", List.of("nowhere"))))
                .isNotNull();
        service.decide(
                number,
                Map.of(
                        "outcome",
                        "CORRECTIONS",
                        "remarks",
                        "Perlimpinpin.".repeat(200),
                        "steps",
                        List.of("technical")));
        nothingFound(number);
        for (int reminder = 0; reminder < 2; reminder++) {
            service.later(Duration.ofDays(16));
            service.runDueTimers(number);
        }
        UUID correction = corrections.begin(newcomer, number);
        drafts.save(newcomer, correction, "technical", Map.of("comment", "Galimatias"), 0);
        world.send(newcomer, correction);
        letters.send(world.login(newcomer));
        nothingFound(number);

        service.claim(service.agent(), number);
        String task = service.task(number).getId();
        files.upload(
                UUID.fromString(task),
                Instructions.OWNER,
                files.rules(Instructions.CONTEXT, ServiceWorld.ORGANISM),
                0,
                "chafouin.pdf",
                new ByteArrayInputStream(SamplePdf.plain()));
        service.submit(
                service.agent(),
                task,
                Map.of("outcome", "ACCEPTED", "billingNumber", Typed.billing(), "message", "Saperlipopette"));
        letters.send(world.login(newcomer));
        assertThat(traces.status(number)).isEqualTo("Traitée");
        assertThat(traces.files(number)).extracting(file -> file.name()).contains("hurluberlu.pdf", "chafouin.pdf");
        nothingFound(number);

        Office responsible = world.again(newcomer);
        String refused = world.send(responsible, "certificate");
        service.decide(refused, Map.of("outcome", "REFUSED", "ground", "OTHER", "explanation", "Calembredaine"));
        letters.send(world.login(newcomer));
        nothingFound(refused);
    }

    private void nothingFound(String number) {
        search.notInTheEngine(TYPED, number);
        // and our own tables do hold what was typed
        assertThat(search.columnsWith("xylophonte", "procedure\\_request")).contains("procedure_request.content");
    }
}
