package org.navette.procedures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.NavetteTest;
import org.navette.portal.Formats;
import org.navette.procedures.Corrections;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.ServiceWorld;
import org.navette.procedures.Standing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NavetteTest
@DisplayName("The pages of corrections without a browser")
class CorrectionsOverHttpTest {

    private static final Pattern FILE = Pattern.compile("href=\"(/demarches/demandes/[^\"]+/fichiers/[^\"]+)\"");

    @Autowired
    ProcedureWorld world;

    @Autowired
    ServiceWorld service;

    @Autowired
    Corrections corrections;

    @Autowired
    Formats formats;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private Office office;
    private String number;

    @BeforeEach
    void send() {
        office = world.responsible();
        number = world.send(office, "staff-change");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PROC-12 of two documents of the same name both sides see when each came and which was replaced")
    void sameName() {
        String first = formats.moment(clock.instant());
        service.ask(number, List.of(), List.of("diploma"));
        service.later(Duration.ofHours(3));
        String second = formats.moment(clock.instant());
        UUID draft = corrections.begin(office, number);
        world.upload(office, draft, "diploma", "diploma.pdf");
        world.send(office, draft);

        String own = world.browser(office, port).get(Paths.request(number)).text();
        assertThat(own)
                .containsPattern("diploma.pdf [^,]+, envoyé le " + first + " Remplacé le " + second)
                .containsPattern("diploma.pdf [^,]+, envoyé le " + second + " Télécharger")
                .containsOnlyOnce("Remplacé le");
        var agent = new Browser(port);
        agent.follow(agent.signIn("/agents", service.agent(), ServiceWorld.PASSWORD));
        String dossier =
                agent.get("/agents/dossiers/" + service.task(number).getId()).text();
        assertThat(dossier)
                .contains("Avant : diploma.pdf (envoyé le " + first + ")")
                .contains("Après : diploma.pdf (envoyé le " + second + ")")
                .containsPattern("diploma.pdf .*, le " + first + " remplacé le " + second)
                .containsOnlyOnce("remplacé le");
    }

    @Test
    @DisplayName("PROC-16 whoever may read a request opens the documents sent with it; another company finds nothing")
    void sentDocuments() {
        Browser.Page page = world.browser(office, port).get(Paths.request(number));
        List<String> files =
                FILE.matcher(page.body()).results().map(found -> found.group(1)).toList();
        assertThat(files).isNotEmpty();
        Office reader = world.colleague(office, Standing.READER);
        for (String file : files) {
            for (Office who : List.of(office, reader)) {
                Browser.Page answer = world.browser(who, port).get(file);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("Content-Disposition")).startsWith("attachment");
                assertThat(answer.body()).startsWith("%PDF");
            }
            assertThat(world.browser(world.responsible(), port).get(file).status())
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("PROC-12 steps and documents that were not asked for are shown for reading")
    void locked() {
        service.ask(number, List.of("technical"), List.of("contract"));
        UUID draft = corrections.begin(office, number);
        Browser browser = world.browser(office, port);
        Browser.Page seat = browser.get(Paths.draft(draft) + "/etapes/head-office");
        assertThat(seat.text())
                .contains("Cette étape ne peut pas être modifiée.")
                .contains("Numéro et voie 3 quai de Valmy", "Commune PARIS")
                .contains("Représentant légal\u00a0: TRAORÉ Hélène", "Qualité Gérante", "Précédent");
        assertThat(seat.body()).doesNotContain("data-navette-form", "personnes/nouvelle", "/retrait");
        Browser.Page documents = browser.get(Paths.draft(draft) + "/documents");
        assertThat(documents.text()).contains("diploma.pdf", "Ce document ne peut pas être modifié.", "Télécharger");
        String file = FILE.matcher(documents.body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(browser.get(file).status()).isEqualTo(200);
    }
}
