package org.navette.local;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.accounts.Accounts;
import org.navette.directory.Organism;
import org.navette.directory.Organisms;
import org.navette.engine.Identity;
import org.navette.engine.IdentityData;
import org.navette.files.FileStore;
import org.navette.funding.EnrolmentDrafts;
import org.navette.funding.Enrolments;
import org.navette.funding.Supplier;
import org.navette.funding.Suppliers;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Suppliers and enrolments of the espace Ségur numérique, lived through the application's own doors. */
@Component
@Profile("local")
class DemoFunding {

    static final String AGENT = "anais.payeuse";

    /** The suppliers, in the order in which they are enrolled: their identifiers follow from it. */
    static final List<Company> COMPANIES = List.of(
            new Company("FRN00001", "99910301300010", "Galénia Logiciels", "hop7dpi001", "Vidal", "Inès"),
            new Company("FRN00002", "99910302100013", "Plume & Cie", "mdv7lgc001", "Carpentier", "Loïc"));

    /** Agents, a supervisor and an accountant of the paying agency. */
    static final List<IdentityData.User> AGENTS = List.of(
            agent(AGENT, "Anaïs", "Payeur", "asp-agent"),
            agent("remi.tresorier", "Rémi", "Trésor", "asp-agent", "asp-supervisor"),
            agent("colette.comptable", "Colette", "Comptant", "asp-accountant"));

    private final Organisms organisms;
    private final Identity identity;
    private final Accounts accounts;
    private final Suppliers suppliers;
    private final Enrolments enrolments;
    private final EnrolmentDrafts drafts;
    private final FileStore files;
    private final DemoAgents agents;

    DemoFunding(
            Organisms organisms,
            Identity identity,
            Accounts accounts,
            Suppliers suppliers,
            Enrolments enrolments,
            EnrolmentDrafts drafts,
            FileStore files,
            DemoAgents agents) {
        this.organisms = organisms;
        this.identity = identity;
        this.accounts = accounts;
        this.suppliers = suppliers;
        this.enrolments = enrolments;
        this.drafts = drafts;
        this.files = files;
        this.agents = agents;
    }

    /** The agency's people. */
    @Transactional
    public void create() {
        String name = "Agence de services et de paiement";
        organisms.save(new Organism(suppliers.organism(), name));
        identity.ensure(new IdentityData(List.of(new IdentityData.Organism(suppliers.organism(), name)), AGENTS));
    }

    /** What happens to the enrolments, at which moments. */
    List<DemoMoment> moments(Instant now) {
        List<DemoMoment> moments = new ArrayList<>();
        int day = 80;
        for (Company company : COMPANIES) {
            var first = new Life(company);
            at(moments, now, day, first::send);
            at(moments, now, day - 3, first::validate);
            day -= 10;
        }
        Company galenia = COMPANIES.get(0);
        var second = new Life(galenia);
        at(moments, now, 30, () -> second.complement("ms17dui001"));
        at(moments, now, 27, () -> second.decide(Map.of("outcome", "VALIDATED")));
        var secondWave = new Life(COMPANIES.get(1));
        at(moments, now, 25, () -> secondWave.complement("pha7lgo002"));
        at(moments, now, 22, () -> secondWave.decide(Map.of("outcome", "VALIDATED")));
        var waiting = new Life(galenia);
        at(moments, now, 8, () -> waiting.complement("hop7dpi002"));
        at(
                moments,
                now,
                6,
                () -> waiting.decide(
                        Map.of("outcome", "CERTIFICATE", "awaited", "Le certificat de référencement de la vague 2.")));
        at(moments, now, 2, () -> new Life(COMPANIES.get(1)).complement("mdv7lgc002"));
        at(moments, now, 1, () -> new Life(
                        new Company("", "99910303900015", "Imagéo Systèmes", "rad7ris001", "Roussel", "Éva"))
                .send());
        return moments;
    }

    private static void at(List<DemoMoment> moments, Instant now, int daysAgo, Runnable act) {
        moments.add(new DemoMoment(now.minus(Duration.ofDays(daysAgo)).plusSeconds(5_400), act));
    }

    /** One enrolment being lived by a supplier. */
    private final class Life {

        private final Company company;
        private String number = "";

        private Life(Company company) {
            this.company = company;
        }

        private void send() {
            UUID draft = UUID.randomUUID();
            drafts.save(draft, "", company.typed());
            EnrolmentDrafts.Draft saved = drafts.find(draft).orElseThrow();
            drafts.missing(saved)
                    .forEach(document -> files.upload(
                            drafts.bucket(draft, document.code()),
                            drafts.owner(draft),
                            drafts.rules(),
                            0,
                            document.code().toLowerCase(java.util.Locale.ROOT) + ".pdf",
                            new ByteArrayInputStream(DemoActs.pdf("Document de démonstration : " + document.label()))));
            number = enrolments.send(draft);
        }

        private void complement(String software) {
            Supplier supplier = suppliers.bySiret(company.siret()).orElseThrow();
            number = enrolments.complement(supplier, UUID.randomUUID(), software);
        }

        /** The account gets the demonstration's password, as if its mailed link had been followed. */
        private void validate() {
            decide(Map.of("outcome", "VALIDATED"));
            accounts.setPassword(
                    suppliers.bySiret(company.siret()).orElseThrow().account(), DemoPeople.PASSWORD);
        }

        private void decide(Map<String, Object> answers) {
            agents.decide(AGENT, number, answers);
        }
    }

    private static IdentityData.User agent(String login, String firstName, String lastName, String... groups) {
        return new IdentityData.User(
                login, firstName, lastName, login + "@navette.example", DemoPeople.PASSWORD, List.of(groups));
    }

    /**
     * A supplier.
     *
     * @param uid what it signs in with; empty for one that is not enrolled yet
     * @param software the ANS's number of the first one that it enrols
     */
    record Company(String uid, String siret, String name, String software, String lastName, String firstName) {

        private Map<String, Object> typed() {
            String email = lastName.toLowerCase(java.util.Locale.ROOT) + "@editeur.example";
            Map<String, Object> answers = new LinkedHashMap<>();
            answers.put("ansNumber", software);
            answers.put("siret", siret);
            answers.put("companyName", name);
            answers.put("address", "8 quai de la Navette");
            answers.put("postcode", "69002");
            answers.put("city", "LYON");
            answers.put("representativeLastName", lastName);
            answers.put("representativeFirstName", firstName);
            answers.put("representativeEmail", email);
            answers.put("representativePhone", "0199001010");
            answers.put("samePerson", true);
            answers.put("iban", "FR7630006000011234567890189");
            answers.put("bic", "AGRIFRPP");
            answers.put("holder", name);
            answers.put("domiciliation", "Banque de démonstration, Lyon");
            return answers;
        }
    }
}
