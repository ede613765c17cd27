package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.directory.Companies;
import org.navette.procedures.Content.Person;
import org.navette.procedures.Drafts;
import org.navette.procedures.MemberHelp;
import org.navette.procedures.Office;
import org.navette.procedures.Typed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Requests full of hostile texts, from the draft to the directory. */
@NavetteTest
@DisplayName("COMM-02 Hostile texts in requests of the procedures")
class HostileProcedureTest extends MemberHelp {

    private static final String ALL = HostileTexts.ALL;
    private static final String DRAFT = "/demarches/brouillons/";
    private static final String REQUESTS = "/demarches/demandes";

    @Autowired
    ApplicationContext application;

    @Autowired
    Drafts drafts;

    @Autowired
    Companies companies;

    private HostileReading reading;

    /** What a request holds, by step, and how it is read. */
    private record Hostile(
            Map<String, Object> headOffice, Map<String, Object> establishment, Person legal, Person technical) {

        static Hostile of(String siret, int turn) {
            Map<String, Object> headOffice = place(Typed.headOffice(siret), turn);
            headOffice.put("companyName", HostileTexts.packed(120, turn));
            Map<String, Object> establishment = place(
                    Typed.establishment(siret), turn + HostileTexts.packed(60).size() / 2);
            establishment.put("sign", HostileTexts.packed(120, turn + 1));
            Map<String, Object> legal = new LinkedHashMap<>(Typed.legal().answers());
            legal.put("quality", HostileTexts.packed(60, turn + 1));
            Map<String, Object> technical =
                    new LinkedHashMap<>(Typed.technical().answers());
            technical.put("qualification", HostileTexts.packed(120, turn + 2));
            return new Hostile(
                    headOffice,
                    establishment,
                    new Person(UUID.randomUUID(), legal),
                    new Person(UUID.randomUUID(), technical));
        }

        private static Map<String, Object> place(Map<String, Object> answers, int turn) {
            answers.put("address", HostileTexts.packed(100, turn));
            answers.put("addressMore", HostileTexts.packed(100, turn + 1));
            answers.put("city", HostileTexts.packed(60, turn));
            answers.put("comment", ALL);
            return answers;
        }

        String company() {
            return headOffice.get("companyName").toString();
        }

        List<String> texts() {
            List<String> texts = new ArrayList<>(people());
            for (Map<String, Object> place : List.of(headOffice, establishment)) {
                Stream.of("companyName", "sign", "address", "addressMore")
                        .filter(place::containsKey)
                        .forEach(key -> texts.add(place.get(key).toString()));
                texts.add(place.get("city").toString().toUpperCase(Locale.ROOT));
            }
            texts.add(ALL);
            return texts;
        }

        List<String> people() {
            return List.of(
                    legal.answers().get("quality").toString(),
                    technical.answers().get("qualification").toString());
        }
    }

    @Test
    @DisplayName("COMM-02 every text of a request, of who answers it and of its company is read as it was typed")
    void requests() {
        reading = new HostileReading(application);
        for (int turn = 0; turn < HostileTexts.packed(100).size(); turn++) {
            Office office = world.newcomer();
            Hostile typed = Hostile.of(world.siret(office), turn);
            String number = world.send(office, draft(office, typed));
            List<String> sent = typed.texts();
            Browser browser = browser(office);
            reading.reads(browser, REQUESTS + "/" + number, sent);
            reading.reads(browser, REQUESTS, List.of(typed.company()));
            reading.reads(browser, REQUESTS + "/export.csv", List.of(typed.company()));
            Browser agent = agent();
            reading.dossier(agent, service.task(number).getId(), sent);
            answer(office, number, turn, agent, typed);
        }
        reading.end();
    }

    private UUID draft(Office office, Hostile typed) {
        UUID draft = world.draft(office, "first-installation");
        save(office, draft, "head-office", typed.headOffice());
        save(office, draft, "establishment", typed.establishment());
        drafts.save(office, draft, "head-office", typed.legal(), world.version(office, draft));
        drafts.save(office, draft, "technical", typed.technical(), world.version(office, draft));
        save(office, draft, "technical", Map.of("comment", ALL));
        Browser browser = browser(office);
        FormOverHttp.open(browser, DRAFT + draft + "/validation").send(Typed.COMMITMENTS);
        reading.reads(browser, DRAFT + draft + "/recapitulatif", typed.texts());
        for (String step : List.of("head-office", "establishment", "technical")) {
            reading.reads(browser, DRAFT + draft + "/etapes/" + step, List.of());
        }
        assertThat(FormOverHttp.open(browser, DRAFT + draft + "/etapes/establishment")
                        .answers())
                .containsAllEntriesOf(typed.establishment());
        return draft;
    }

    private void save(Office office, UUID draft, String step, Map<String, Object> answers) {
        drafts.save(office, draft, step, answers, world.version(office, draft));
    }

    private Browser agent() {
        Browser agent = new Browser(port);
        agent.signIn("/agents", service.agent(), AgencyWorld.PASSWORD);
        return agent;
    }

    /** Corrections, then a refusal; or the directory is brought up to date. */
    private void answer(Office office, String number, int turn, Browser agent, Hostile typed) {
        Browser browser = browser(office);
        String page = REQUESTS + "/" + number;
        if (turn % 2 == 0) {
            service.decide(
                    number,
                    Map.of(
                            "outcome",
                            "CORRECTIONS",
                            "steps",
                            List.of("establishment"),
                            "documents",
                            List.of("kbis"),
                            "remarks",
                            ALL));
            reading.reads(browser, page, List.of(ALL));
            world.correct(office, number, "kbis");
            reading.dossier(agent, service.task(number).getId(), typed.texts());
            service.decide(number, Map.of("outcome", "REFUSED", "ground", "DOCUMENTS", "explanation", ALL));
            reading.reads(browser, page, List.of(ALL));
            reading.mailed(world.login(office), ALL, "Motif");
        } else {
            service.decide(number, Map.of("outcome", "ACCEPTED", "billingNumber", Typed.billing(), "message", ALL));
            reading.reads(browser, page, List.of(ALL));
            Office responsible = world.again(office);
            reading.reads(
                    browser(responsible),
                    "/demarches/compte",
                    List.of(typed.establishment().get("sign").toString()));
            reading.reads(browser(responsible), "/demarches/annuaire?siret=" + world.siret(office), List.of());
            UUID next = drafts.begin(responsible, "address-change");
            reading.reads(browser(responsible), DRAFT + next + "/etapes/head-office", List.of());
            claim(office, agent, typed.company());
        }
        reading.mailed(world.login(office), ALL);
    }

    /** Somebody asks to be recognised as responsible for a company with a hostile name. */
    private void claim(Office responsible, Browser agent, String company) {
        Office person = world.unverified(world.siret(responsible));
        String number = demands.ask(person, proof(person, Map.of("birthDate", "1980-02-01", "comment", ALL)));
        reading.dossier(agent, service.task(number).getId(), List.of(ALL, company));
        service.decide(number, Map.of("outcome", "REFUSED", "explanation", ALL));
        reading.reads(browser(person), "/demarches/compte/responsable", List.of(ALL));
        reading.mailed(world.login(person), ALL);
        String second = demands.ask(person, proof(person));
        service.decide(second, Map.of("outcome", "ACCEPTED", "message", ALL));
        reading.reads(browser(world.again(person)), "/demarches/accueil", List.of());
        reading.mailed(world.login(person), ALL, company);
    }
}
