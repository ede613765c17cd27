package org.navette.providers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishments;
import org.navette.directory.TypedDay;
import org.navette.engine.TaskRefused;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What agents do with memberships, written in the transaction of their completion (PROV-02). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MembershipInstructions {

    /** The step of the receipt among the files of the request. */
    static final String RECEIPT = "receipt";

    private final Requests requests;
    private final MembershipRows rows;
    private final MembershipPapers papers;
    private final CareEstablishments establishments;
    private final Providers providers;
    private final ProviderAccounts accounts;
    private final FileStore files;
    private final Clock clock;

    MembershipInstructions(
            Requests requests,
            MembershipRows rows,
            MembershipPapers papers,
            CareEstablishments establishments,
            Providers providers,
            ProviderAccounts accounts,
            FileStore files,
            Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.papers = papers;
        this.establishments = establishments;
        this.providers = providers;
        this.accounts = accounts;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Notes that the signed form was brought to an agency, and makes its receipt; or that it was rejected there.
     *
     * @param answers to the task's form, checked against it
     * @throws TaskRefused when the day is to come or before the request, or a private establishment's copy is missing
     */
    public void receive(String number, Map<String, Object> answers) {
        Request request = requests.lock(number);
        if (!"RECEIVED".equals(answers.get("outcome"))) {
            reject(request, answers);
            return;
        }
        Membership own = rows.get(request.id());
        CareEstablishment establishment =
                establishments.find(own.establishment()).orElseThrow();
        var reception = new Membership.Reception(
                day(request, text(answers, "receivedOn")),
                text(answers, "agency"),
                Boolean.TRUE.equals(answers.get("identityCopy")));
        if (!establishment.isPublic() && !reception.identityCopy()) {
            throw new TaskRefused(
                    "La copie de la pièce d'identité du directeur est indispensable pour le secteur privé.");
        }
        rows.receive(request.id(), reception);
        String organism = providers.organismName();
        StoredFile receipt = files.make(
                request.id(),
                Direction.RECEIVED,
                RECEIPT,
                receiptName(number),
                "application/pdf",
                papers.receipt(number, own, establishment, reception, organism));
        rows.receipt(request.id(), receipt.id());
    }

    /** What the receipt is called where people save it. */
    static String receiptName(String number) {
        return "accuse-de-reception-" + number + ".pdf";
    }

    private LocalDate day(Request request, String typed) {
        LocalDate day = TypedDay.of(typed)
                .orElseThrow(() -> new TaskRefused("Indiquez la date de réception, au format jj/mm/aaaa."));
        if (day.isAfter(LocalDate.now(clock))) {
            throw new TaskRefused("La date de réception est à venir.");
        }
        if (day.isBefore(LocalDate.ofInstant(request.createdAt(), clock.getZone()))) {
            throw new TaskRefused("La date de réception précède l'enregistrement de la demande.");
        }
        return day;
    }

    /** Notes why a request is rejected, when it is; nothing otherwise. */
    public void decide(String number, Map<String, Object> answers) {
        Request request = requests.lock(number);
        if (!"ACCEPTED".equals(answers.get("outcome"))) {
            reject(request, answers);
        }
    }

    private void reject(Request request, Map<String, Object> answers) {
        if (!"REJECTED".equals(answers.get("outcome"))) {
            throw new TaskRefused("Indiquez la suite donnée à la demande.");
        }
        String ground = text(answers, "ground");
        if (ground.isBlank()) {
            throw new TaskRefused("Indiquez le motif du rejet.");
        }
        rows.reject(request.id(), ground);
    }

    /** Opens the accounts of an approved request, or replaces what their establishment had declared (PROV-03, PROV-05). */
    public void open(String number) {
        Request request = requests.lock(number);
        Membership own = rows.get(request.id());
        CareEstablishment before = establishments.find(own.establishment()).orElseThrow();
        Director director = own.director(providers.director(before.id()).orElse(null));
        providers.declare(before.id(), director);
        CareEstablishment after = own.kind() == Membership.Kind.RESET ? before : declared(before, own);
        establishments.save(after);
        accounts.openPrincipal(after, director);
    }

    private static CareEstablishment declared(CareEstablishment before, Membership own) {
        return new CareEstablishment(
                before.id(),
                before.inpe(),
                before.sector(),
                own.text("name"),
                before.isPublic() ? null : own.text("ice"),
                own.text("cnssId"),
                own.text("address"),
                own.text("city"));
    }

    private static String text(Map<String, Object> answers, String key) {
        return Objects.toString(answers.get(key), "");
    }
}
