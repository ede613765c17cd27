package org.navette.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.navette.accounts.Account;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.navette.portal.Formats;
import org.navette.privacy.Demand.Done;
import org.navette.privacy.Demand.Kind;
import org.navette.privacy.Fates.Fate;
import org.navette.requests.DossierSource;
import org.navette.requests.PersonRequests.Found;
import org.navette.requests.Request;
import org.navette.retention.Sought;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the data officer reads before they decide: who it is about, what would be done, and what the law keeps. */
class DemandDossier implements DossierSource {

    /** As many as somebody reads. */
    private static final int SHOWN = 50;

    private static final int LOOKED_AT = 500;

    private final Kind kind;
    private final DemandRows rows;
    private final Subjects subjects;
    private final Fates fates;
    private final Erasures erasures;
    private final Formats formats;

    DemandDossier(Kind kind, DemandRows rows, Subjects subjects, Fates fates, Erasures erasures, Formats formats) {
        this.kind = kind;
        this.rows = rows;
        this.subjects = subjects;
        this.fates = fates;
        this.erasures = erasures;
        this.formats = formats;
    }

    /** One for each kind. */
    @Configuration(proxyBeanMethods = false)
    static class Both {

        @Bean
        DemandDossier exportDossier(
                DemandRows rows, Subjects subjects, Fates fates, Erasures erasures, Formats formats) {
            return new DemandDossier(Kind.EXPORT, rows, subjects, fates, erasures, formats);
        }

        @Bean
        DemandDossier erasureDossier(
                DemandRows rows, Subjects subjects, Fates fates, Erasures erasures, Formats formats) {
            return new DemandDossier(Kind.ERASURE, rows, subjects, fates, erasures, formats);
        }
    }

    @Override
    public String espace() {
        return kind.process();
    }

    /** Demands are the data officer's own: their person is told of below, and is no structure. */
    @Override
    public boolean hasPartner() {
        return false;
    }

    @Override
    public String answerContext() {
        return "privacy.none";
    }

    @Override
    public String answerOwner() {
        return "privacy-agents";
    }

    @Override
    public List<Block> blocks(Request request) {
        Demand demand = rows.get(request.number());
        List<Block> blocks = new ArrayList<>();
        if (demand.doneAt() == null) {
            blocks.add(person(demand));
            blocks.addAll(kind == Kind.EXPORT ? toExport(demand) : toErase(demand));
        } else {
            blocks.add(done(demand.done()));
        }
        return blocks;
    }

    private Block person(Demand demand) {
        Optional<Account> account = Optional.ofNullable(demand.account()).flatMap(subjects::account);
        List<Line> lines = account.map(known -> List.of(
                        Line.of("person", "Personne", known.displayName()),
                        Line.of("login", "Identifiant", known.login()),
                        Line.of("email", "Adresse e-mail", known.email()),
                        Line.of("active", "Compte", known.active() ? "ouvert" : "fermé")))
                .orElseGet(() -> demand.sought() == null
                        ? List.of(Line.of("person", "Personne", "Le compte n’existe plus"))
                        : of(demand.sought()));
        Line told = Line.of("told", "Prévenue par courriel", demand.email() == null ? "non" : demand.email());
        return new Block(
                "Personne concernée",
                Stream.concat(lines.stream(), Stream.of(told)).toList());
    }

    private List<Line> of(Sought sought) {
        List<Line> lines = new ArrayList<>(List.of(
                Line.of("lastName", "Nom", sought.lastName()), Line.of("firstName", "Prénom", sought.firstName())));
        lines.add(Line.of(
                "bornOn",
                "Date de naissance",
                sought.bornOn() == null
                        ? "non indiquée : des homonymes sont possibles"
                        : formats.day(sought.bornOn())));
        return lines;
    }

    private List<Block> toExport(Demand demand) {
        List<Found> found = subjects.requests(demand, 0, LOOKED_AT);
        List<Line> lines = new ArrayList<>(List.of(Line.of("requests", "Demandes", count(found.size()))));
        found.stream()
                .limit(SHOWN)
                .forEach(one -> lines.add(Line.of(one.number(), one.number(), one.subject() + ", " + one.status())));
        return List.of(new Block("À exporter", lines));
    }

    private List<Block> toErase(Demand demand) {
        return demand.account() == null ? requestsToErase(demand) : accountToErase(demand);
    }

    private List<Block> accountToErase(Demand demand) {
        int made = subjects.requests(demand, 0, LOOKED_AT).size();
        Line requests = Line.of(
                "requests",
                "Demandes",
                made == 0
                        ? "aucune"
                        : count(made) + " : elles restent à sa structure, le nom de la personne en est retiré");
        return erasures.staying(demand)
                .map(why -> List.of(new Block("Restera, et pourquoi", List.of(Line.of("kept", "Compte", why)))))
                .orElseGet(() -> List.of(new Block(
                        "Sera effacé", List.of(Line.of("account", "Compte", "fermé et anonymisé"), requests))));
    }

    private List<Block> requestsToErase(Demand demand) {
        List<Fate> all = fates.of(subjects.requests(demand, 0, LOOKED_AT));
        List<Line> going = new ArrayList<>();
        long erasable = all.stream().filter(Fate::goes).count();
        going.add(Line.of("requests", "Demandes terminées", count(erasable)));
        List<Line> kept = new ArrayList<>();
        all.stream()
                .filter(fate -> !fate.goes())
                .limit(SHOWN)
                .forEach(fate -> kept.add(Line.of(
                        fate.request().number(),
                        fate.request().number(),
                        fate.request().subject() + " : " + fate.why())));
        List<Block> blocks = new ArrayList<>(List.of(new Block("Sera effacé", going)));
        if (!kept.isEmpty()) {
            blocks.add(new Block("Restera, et pourquoi", kept));
        }
        return blocks;
    }

    private String count(long number) {
        return number >= LOOKED_AT ? formats.count(LOOKED_AT) + " ou plus" : formats.count(number);
    }

    private Block done(Done done) {
        List<Line> lines = new ArrayList<>(List.of(
                Line.of("requests", "Demandes", formats.count(done.requests())),
                Line.of("accounts", "Comptes", formats.count(done.accounts()))));
        lines.add(
                kind == Kind.EXPORT
                        ? Line.of("files", "Fichiers", formats.count(done.files()))
                        : Line.of("kept", "Gardés malgré la demande", formats.count(done.kept())));
        return new Block("Ce qui a été fait", lines);
    }
}
