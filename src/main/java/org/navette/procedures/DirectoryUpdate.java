package org.navette.procedures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.CompanyChanges;
import org.navette.directory.Establishment;
import org.navette.directory.InvalidEntry;
import org.navette.directory.LegalRepresentative;
import org.navette.directory.TechnicalRepresentative;
import org.navette.engine.TaskRefused;
import org.navette.procedures.Content.Person;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings the directory up to date with an accepted request (PROC-14). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DirectoryUpdate {

    private final Requests requests;
    private final ProcedureRows rows;
    private final CompanyChanges companies;
    private final Responsibles responsibles;

    DirectoryUpdate(Requests requests, ProcedureRows rows, CompanyChanges companies, Responsibles responsibles) {
        this.requests = requests;
        this.rows = rows;
        this.companies = companies;
        this.responsibles = responsibles;
    }

    /**
     * Applies what a request changes; again it changes nothing more.
     *
     * @param number the request's number
     * @throws TaskRefused when the directory has changed so that it cannot be applied
     */
    public void apply(String number) {
        Request request = requests.lock(number);
        ProcedureRequest own = rows.get(request.id());
        try {
            switch (own.effect()) {
                case NEW_COMPANY -> company(request, own);
                case NEW_ESTABLISHMENT ->
                    companies.addEstablishment(
                            number, request.scope().structure(), establishment(own, Prefill.ESTABLISHMENT, true));
                case ADDRESS -> {
                    contact(number, own, Prefill.HEAD_OFFICE);
                    if (!siret(own, Prefill.ESTABLISHMENT).equals(siret(own, Prefill.HEAD_OFFICE))) {
                        contact(number, own, Prefill.ESTABLISHMENT);
                    }
                }
                case STAFF -> companies.replaceTechnicalRepresentatives(number, place(own), technical(own.content()));
                case NONE -> {
                    return;
                }
            }
        } catch (InvalidEntry | IllegalArgumentException | NoSuchElementException e) {
            throw new TaskRefused("L'annuaire ne permet plus cette mise à jour : vérifiez le SIRET et le numéro de"
                    + " facturation, puis demandez une correction.");
        }
    }

    /** The company exists from now on, and who asked for it is responsible for it. */
    private void company(Request request, ProcedureRequest own) {
        String number = request.number();
        Content content = own.content();
        boolean samePlace = siret(own, Prefill.ESTABLISHMENT).equals(siret(own, Prefill.HEAD_OFFICE));
        Establishment seat = establishment(own, samePlace ? Prefill.ESTABLISHMENT : Prefill.HEAD_OFFICE, samePlace);
        UUID company = companies.register(
                number, text(content.answers(Prefill.HEAD_OFFICE), "companyName"), seat, legal(content));
        if (!samePlace) {
            companies.addEstablishment(number, company, establishment(own, Prefill.ESTABLISHMENT, true));
        }
        UUID author = request.scope().structure();
        if (!author.equals(company)) {
            if (!author.equals(request.authorId())) {
                throw new TaskRefused(
                        "La personne est rattachée entre-temps à une autre entreprise : refusez la demande.");
            }
            responsibles.settle(author, company, request.scope().organism());
        }
    }

    private void contact(String number, ProcedureRequest own, String step) {
        Map<String, Object> answers = own.content().answers(step);
        if (!text(answers, "siret").isEmpty()) {
            companies.changeContact(
                    number, text(answers, "siret"), address(answers), text(answers, "email"), text(answers, "phone"));
        }
    }

    /** @param bills whether the billing number is this establishment's */
    private static Establishment establishment(ProcedureRequest own, String step, boolean bills) {
        Map<String, Object> answers = own.content().answers(step);
        String opensOn = text(answers, "opensOn");
        return new Establishment(
                text(answers, "siret"),
                false,
                text(answers, "sign"),
                address(answers),
                text(answers, "email"),
                text(answers, "phone"),
                opensOn.isEmpty() ? null : LocalDate.parse(opensOn),
                bills ? own.billingNumber() : null,
                step.equals(Prefill.ESTABLISHMENT) ? technical(own.content()) : List.of());
    }

    private static Establishment.Address address(Map<String, Object> answers) {
        return new Establishment.Address(
                text(answers, "address"),
                text(answers, "addressMore"),
                text(answers, "postcode"),
                text(answers, "city"));
    }

    private static List<LegalRepresentative> legal(Content content) {
        return content.people(Prefill.HEAD_OFFICE).stream()
                .map(Person::answers)
                .map(person -> new LegalRepresentative(
                        text(person, "title"),
                        text(person, "lastName"),
                        text(person, "firstName"),
                        LocalDate.parse(text(person, "birthDate")),
                        text(person, "quality"),
                        text(person, "email"),
                        text(person, "phone")))
                .toList();
    }

    private static List<TechnicalRepresentative> technical(Content content) {
        return content.people(Prefill.TECHNICAL).stream()
                .map(Person::answers)
                .map(person -> new TechnicalRepresentative(
                        text(person, "title"),
                        text(person, "lastName"),
                        text(person, "firstName"),
                        LocalDate.parse(text(person, "birthDate")),
                        text(person, "qualification"),
                        textOrNull(person, "rpps"),
                        textOrNull(person, "adeli")))
                .toList();
    }

    /** The establishment whose people change: the one named, else the seat. */
    private static String place(ProcedureRequest own) {
        String siret = siret(own, Prefill.ESTABLISHMENT);
        return siret.isEmpty() ? siret(own, Prefill.HEAD_OFFICE) : siret;
    }

    private static String siret(ProcedureRequest own, String step) {
        return text(own.content().answers(step), "siret");
    }

    private static String text(Map<String, Object> answers, String key) {
        return Objects.toString(answers.get(key), "");
    }

    private static @Nullable String textOrNull(Map<String, Object> answers, String key) {
        String text = text(answers, key);
        return text.isEmpty() ? null : text;
    }
}
