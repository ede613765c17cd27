package org.navette.local;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.directory.Convention;
import org.navette.directory.Conventions;
import org.navette.directory.News;
import org.navette.directory.NewsInForce;
import org.navette.directory.Organism;
import org.navette.directory.Organisms;
import org.navette.directory.StructureDirectory;
import org.navette.directory.Structures;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;
import org.navette.partners.Member;
import org.navette.partners.Members;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisms, structures, conventions and logins of the demonstration. Every access of PART-03 has its organism. */
@Component
@Profile("local")
class DemoPeople {

    /** The password of every demonstration login. */
    static final String PASSWORD = "navette de demonstration";

    static final Map<String, String> ORGANISMS = new LinkedHashMap<>();

    static {
        ORGANISMS.put("331", "CPAM GIRONDE");
        ORGANISMS.put("623", "CPAM COTE D'OPALE");
        ORGANISMS.put("471", "CPAM LOT ET GARONNE");
        ORGANISMS.put("241", "CPAM DORDOGNE");
        ORGANISMS.put("401", "CPAM LANDES");
        ORGANISMS.put("641", "CPAM BAYONNE");
        ORGANISMS.put("171", "CPAM CHARENTE-MARITIME");
    }

    static final UUID RELAIS = UUID.fromString("7a1e0000-0000-4000-8000-000000000001");
    static final UUID HOSPITAL = UUID.fromString("7a1e0000-0000-4000-8000-000000000002");

    /** The people of the structures: login, first and last name, structure, role. */
    static final List<Person> PEOPLE = List.of(
            new Person("claire.vasseur@relais.example", "Claire", "Vasseur", RELAIS, Member.Role.TECHNICIAN),
            new Person("mehdi.benali@relais.example", "Mehdi", "Benali", RELAIS, Member.Role.TECHNICIAN),
            new Person("helene.castaing@relais.example", "Hélène", "Castaing", RELAIS, Member.Role.MANAGER),
            new Person("paul.etcheverry@hopital.example", "Paul", "Etcheverry", HOSPITAL, Member.Role.TECHNICIAN),
            new Person("sofia.marques@hopital.example", "Sofia", "Marques", HOSPITAL, Member.Role.TECHNICIAN),
            new Person("bruno.lacaze@hopital.example", "Bruno", "Lacaze", HOSPITAL, Member.Role.MANAGER));

    private final Organisms organisms;
    private final Structures structures;
    private final StructureDirectory directory;
    private final Conventions conventions;
    private final NewsInForce news;
    private final Accounts accounts;
    private final Members members;
    private final Identity identity;
    private final Clock clock;

    DemoPeople(
            Organisms organisms,
            Structures structures,
            StructureDirectory directory,
            Conventions conventions,
            NewsInForce news,
            Accounts accounts,
            Members members,
            Identity identity,
            Clock clock) {
        this.organisms = organisms;
        this.structures = structures;
        this.directory = directory;
        this.conventions = conventions;
        this.news = news;
        this.accounts = accounts;
        this.members = members;
        this.identity = identity;
        this.clock = clock;
    }

    boolean areThere() {
        return organisms.existsById("331");
    }

    /** Everything but the requests. */
    @Transactional
    public void create() {
        ORGANISMS.forEach((code, name) -> organisms.save(new Organism(code, name)));
        directory.register(RELAIS, "Association Le Relais des Quais", "99000000200016");
        directory.register(HOSPITAL, "Centre hospitalier des Graves – service social", "99000001000019");
        conventions();
        news();
        for (Person person : PEOPLE) {
            Account account = accounts.createActivated(
                    "partners", person.login(), person.login(), person.firstName(), person.lastName(), PASSWORD);
            var member = new Member(
                    account.id(), structures.findById(person.structure()).orElseThrow(), person.role());
            if (person.role() == Member.Role.TECHNICIAN) {
                conventions.of(person.structure()).stream()
                        .map(convention -> convention.organism().code())
                        .forEach(member::attachTo);
            }
            members.save(member);
        }
        identity.ensure(agents());
    }

    private void conventions() {
        convention(RELAIS, "331", -300, 400);
        convention(RELAIS, "623", -120, 245);
        convention(RELAIS, "471", -340, 18);
        convention(RELAIS, "241", 12, 377);
        convention(RELAIS, "401", -380, -15);
        convention(RELAIS, "641", -375, -10);
        convention(RELAIS, "171", -500, -90);
        convention(HOSPITAL, "331", -200, 165);
        convention(HOSPITAL, "623", -60, 305);
    }

    private void convention(UUID structure, String organism, int from, int to) {
        LocalDate today = LocalDate.now(clock);
        conventions.save(new Convention(
                UUID.randomUUID(),
                structure,
                organisms.findById(organism).orElseThrow(),
                today.plusDays(from),
                today.plusDays(to),
                5));
    }

    private void news() {
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        news.save(new News(
                UUID.randomUUID(),
                "331",
                "Fermeture exceptionnelle de l'accueil téléphonique",
                "La ligne réservée aux partenaires sera fermée vendredi après-midi.\n\nLes demandes déposées ici continuent d'être traitées ; pour une urgence, choisissez le motif «\u00a0Situation d'urgence\u00a0».",
                today.minusDays(2),
                today.plusDays(20),
                now));
        news.save(new News(
                UUID.randomUUID(),
                "331",
                "Complémentaire santé solidaire : des délais plus courts",
                "Les demandes d'étude complètes reçoivent désormais une réponse en une dizaine de jours. Joignez l'avis d'imposition de chaque membre du foyer dès le dépôt.",
                today.minusDays(9),
                today.plusDays(40),
                now));
    }

    private static IdentityData agents() {
        List<IdentityData.Organism> tenants = ORGANISMS.entrySet().stream()
                .map(organism -> new IdentityData.Organism(organism.getKey(), organism.getValue()))
                .toList();
        return new IdentityData(tenants, AGENTS);
    }

    /** Agents and supervisors, the data officer, a process owner and an administrator. */
    static final List<IdentityData.User> AGENTS = List.of(
            agent("agnes.gironde", "Agnès", "Duluc", "331-agent"),
            agent("karim.gironde", "Karim", "Haddad", "331-agent"),
            agent("nadia.gironde", "Nadia", "Perrin", "331-agent", "331-supervisor"),
            agent("luc.opale", "Luc", "Delattre", "623-agent"),
            agent("ines.opale", "Inès", "Fournier", "623-agent", "623-supervisor"),
            agent("rene.garonne", "René", "Laffont", "471-agent"),
            agent("odile.landes", "Odile", "Dupouy", "401-agent"),
            agent("xabi.bayonne", "Xabi", "Iribarne", "641-agent"),
            agent("delphine.donnees", "Delphine", "Savary", "data-officer"),
            agent("pilote", "Camille", "Roux", "process-owner"),
            agent("admin", "Dominique", "Leroy", "camunda-admin"));

    private static IdentityData.User agent(String login, String firstName, String lastName, String... groups) {
        return new IdentityData.User(login, firstName, lastName, login + "@navette.example", PASSWORD, List.of(groups));
    }

    /** A person of a structure. */
    record Person(String login, String firstName, String lastName, UUID structure, Member.Role role) {}
}
