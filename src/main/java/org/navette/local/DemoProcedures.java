package org.navette.local;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.directory.Companies;
import org.navette.directory.Company;
import org.navette.directory.Organism;
import org.navette.directory.Organisms;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;
import org.navette.files.FileStore;
import org.navette.procedures.Documents;
import org.navette.procedures.Drafts;
import org.navette.procedures.Member;
import org.navette.procedures.Members;
import org.navette.procedures.Office;
import org.navette.procedures.Offices;
import org.navette.procedures.Sending;
import org.navette.procedures.Standing;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People and requests of the espace Vos démarches administratives, lived through the application's own doors. */
@Component
@Profile("local")
class DemoProcedures {

    /** A SIRET that no directory has. */
    private static final String UNKNOWN = "81234567600017";

    private static final String CANAL = "99910105800017";
    private static final String AGENT = "awa.francilienne";

    private static final Map<String, Object> COMMITMENTS =
            Map.of("accuracy", true, "obligations", true, "changes", true);

    /** The people: login, name, SIRET, standing. */
    static final List<Person> PEOPLE = List.of(
            new Person("helene.traore@canal.example", "Hélène", "Traoré", CANAL, Standing.RESPONSIBLE),
            new Person("lucas.moreau@canal.example", "Lucas", "Moreau", CANAL, Standing.READER),
            new Person("nora.lemaire@orthopole.example", "Nora", "Lemaire", UNKNOWN, Standing.NEWCOMER),
            new Person(
                    "etienne.dasilva@lair-serein.example",
                    "Étienne",
                    "Da Silva",
                    "99910179300019",
                    Standing.UNVERIFIED));

    /** Agents and a supervisor of the service. */
    static final List<IdentityData.User> AGENTS = List.of(
            agent(AGENT, "Awa", "Diallo", "crif-agent"),
            agent("paul.francilien", "Paul", "Meunier", "crif-agent", "crif-supervisor"));

    private final Organisms organisms;
    private final Identity identity;
    private final Accounts accounts;
    private final Companies companies;
    private final Members members;
    private final Offices offices;
    private final Drafts drafts;
    private final Documents documents;
    private final Sending sending;
    private final FileStore files;
    private final DemoAgents agents;
    private final TaskService queries;
    private final ManagementService jobs;

    DemoProcedures(
            Organisms organisms,
            Identity identity,
            Accounts accounts,
            Companies companies,
            Members members,
            Offices offices,
            Drafts drafts,
            Documents documents,
            Sending sending,
            FileStore files,
            DemoAgents agents,
            TaskService queries,
            ManagementService jobs) {
        this.organisms = organisms;
        this.identity = identity;
        this.accounts = accounts;
        this.companies = companies;
        this.members = members;
        this.offices = offices;
        this.drafts = drafts;
        this.documents = documents;
        this.sending = sending;
        this.files = files;
        this.agents = agents;
        this.queries = queries;
        this.jobs = jobs;
    }

    /** Everybody, without the requests. */
    @Transactional
    public void create() {
        String organism = offices.organism();
        organisms.save(new Organism(organism, "Caisse régionale Île-de-France"));
        identity.ensure(new IdentityData(
                List.of(new IdentityData.Organism(organism, "Caisse régionale Île-de-France")), AGENTS));
        for (Person person : PEOPLE) {
            Account account = accounts.createActivated(
                    Office.ESPACE,
                    person.login(),
                    person.login(),
                    person.firstName(),
                    person.lastName(),
                    DemoPeople.PASSWORD);
            boolean belongs = person.standing() == Standing.RESPONSIBLE || person.standing() == Standing.READER;
            @Nullable
            UUID company =
                    belongs ? companies.bySiret(person.siret()).map(Company::id).orElseThrow() : null;
            members.add(new Member(account.id(), "MRS", "0199001001", person.siret(), company, person.standing()));
        }
    }

    /** What happens to the company's requests, at which moments. */
    List<DemoMoment> moments(Instant now) {
        List<DemoMoment> moments = new ArrayList<>();
        var accepted = new Life("certificate");
        accepted.at(moments, now, 95, accepted::send);
        accepted.at(
                moments,
                now,
                92,
                () -> accepted.decide(Map.of(
                        "outcome",
                        "ACCEPTED",
                        "message",
                        "Votre situation est à jour ; l'attestation vous est adressée.")));
        var abandoned = new Life("activity-extension", "diploma", "products");
        abandoned.at(moments, now, 90, abandoned::send);
        abandoned.at(
                moments,
                now,
                86,
                () -> abandoned.decide(Map.of(
                        "outcome",
                        "CORRECTIONS",
                        "documents",
                        List.of("products"),
                        "remarks",
                        "La liste des produits doit mentionner leurs codes LPP.")));
        for (int days : new int[] {71, 56, 41, 26}) {
            abandoned.at(moments, now, days, abandoned::timer);
        }
        var refused = new Life("staff-change", "diploma");
        refused.at(moments, now, 40, refused::send);
        refused.at(
                moments,
                now,
                35,
                () -> refused.decide(Map.of(
                        "outcome",
                        "REFUSED",
                        "ground",
                        "DOCUMENTS",
                        "explanation",
                        "Le diplôme transmis ne permet pas l'exercice des fonctions de responsable technique.")));
        var correcting = new Life("address-change", "kbis", "premises");
        correcting.at(moments, now, 12, correcting::send);
        correcting.at(
                moments,
                now,
                9,
                () -> correcting.decide(
                        Map.of(
                                "outcome",
                                "CORRECTIONS",
                                "steps",
                                List.of("head-office"),
                                "documents",
                                List.of("kbis"),
                                "remarks",
                                "L'extrait Kbis date de plus de trois mois, et l'adresse du siège n'est pas celle qui y figure.")));
        var processing = new Life("activity-extension", "diploma", "products");
        processing.at(moments, now, 2, processing::send);
        var draft = new Life("address-change", "kbis");
        draft.at(moments, now, 1, draft::begin);
        return moments;
    }

    /** One request being lived by the company's responsible person. */
    private final class Life {

        private final String kind;
        private final List<String> provided;
        private String number = "";

        private Life(String kind, String... provided) {
            this.kind = kind;
            this.provided = List.of(provided);
        }

        private void at(List<DemoMoment> moments, Instant now, int daysAgo, Runnable act) {
            moments.add(new DemoMoment(now.minus(Duration.ofDays(daysAgo)).plusSeconds(3_600), act));
        }

        private UUID begin() {
            Office office = office();
            UUID draft = drafts.begin(office, kind);
            for (String document : provided) {
                files.upload(
                        documents.bucket(office, draft, document),
                        office.owner(),
                        documents.rules(office),
                        0,
                        document + ".pdf",
                        new ByteArrayInputStream(DemoActs.pdf("Document de démonstration : " + document)));
            }
            return draft;
        }

        private void send() {
            number = sending.send(office(), begin(), COMMITMENTS);
        }

        private void decide(Map<String, Object> answers) {
            agents.decide(AGENT, number, answers);
        }

        /** The next reminder, or the end. */
        private void timer() {
            jobs.createJobQuery().timers().executable().list().stream()
                    .filter(job -> isOurs(job.getProcessInstanceId()))
                    .forEach(job -> jobs.executeJob(job.getId()));
        }

        private boolean isOurs(@Nullable String instance) {
            return instance != null
                    && queries.createTaskQuery()
                            .processInstanceId(instance)
                            .list()
                            .isEmpty();
        }

        private Office office() {
            return accounts.find(Office.ESPACE, PEOPLE.get(0).login())
                    .flatMap(offices::of)
                    .orElseThrow();
        }
    }

    private static IdentityData.User agent(String login, String firstName, String lastName, String... groups) {
        return new IdentityData.User(
                login, firstName, lastName, login + "@navette.example", DemoPeople.PASSWORD, List.of(groups));
    }

    /** A person of the espace. */
    record Person(String login, String firstName, String lastName, String siret, Standing standing) {}
}
