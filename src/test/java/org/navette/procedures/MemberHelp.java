package org.navette.procedures;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.navette.Browser;
import org.navette.SentLetters;
import org.navette.accounts.Accounts;
import org.navette.directory.Company;
import org.navette.files.FileStore;
import org.navette.files.SamplePdf;
import org.navette.requests.Submission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of the espace's people share: companies, people with names and proofs, and how they are found again. */
public abstract class MemberHelp {

    /** When the legal representative of the world's companies was born. */
    protected static final LocalDate BIRTH = LocalDate.of(1975, 6, 1);

    @LocalServerPort
    protected int port;

    @Autowired
    protected ProcedureWorld world;

    @Autowired
    protected ServiceWorld service;

    @Autowired
    protected ProcedureTraces traces;

    @Autowired
    protected Accounts accounts;

    @Autowired
    protected Members members;

    @Autowired
    protected ResponsibleDemands demands;

    @Autowired
    protected FileStore files;

    @Autowired
    protected SentLetters letters;

    @Autowired
    protected JdbcClient jdbc;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    /** Somebody who gave the SIRET of a company and has proved nothing. */
    protected Office unverified(Company company) {
        return world.unverified(siret(company));
    }

    /** The same, called like the company's legal representative. */
    protected Office namesake(Company company) {
        Office person = unverified(company);
        accounts.rename(person.account(), "helene", "Traore");
        return world.again(person);
    }

    protected static String siret(Company company) {
        return company.establishments().get(0).siret();
    }

    /** Uploads a proof for a person and gives its submission. */
    protected Submission proof(Office person) {
        return proof(person, Map.of("birthDate", "1980-02-01", "comment", "Je suis la gérante."));
    }

    protected Submission proof(Office person, Map<String, Object> answers) {
        UUID key = UUID.randomUUID();
        UUID file = files.upload(
                        key,
                        demands.owner(person),
                        demands.rules(person),
                        0,
                        "kbis.pdf",
                        new ByteArrayInputStream(SamplePdf.plain()))
                .id();
        return new Submission(key, "", answers, List.of(file));
    }

    /** A demand that waits for an agent; returns its number. */
    protected String asked(Office person) {
        return demands.ask(person, proof(person));
    }

    protected Standing standing(Office person) {
        return members.find(person.account()).orElseThrow().standing();
    }

    /** The subjects of the mails to a person, oldest first. */
    protected List<String> mails(Office person) {
        return letters.to(world.login(person)).stream()
                .map(SentLetters.Letter::subject)
                .toList();
    }

    protected Browser browser(Office person) {
        return world.browser(person, port);
    }

    /** An address that nobody has. */
    protected static String address() {
        return "personne." + UUID.randomUUID() + "@world.example";
    }
}
