package org.navette.directory;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.navette.directory.CompanyJournal.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the directory up to date with an accepted request (PROC-14), in the caller's transaction. Each change is noted
 * under the request's number and happens once: applied again it changes nothing, even when another request has changed
 * the same since. What a request has changed is no longer overwritten by the data files.
 *
 * <p>Identifiers and texts have been checked by the caller; a SIRET that is none, or is another company's, is an error
 * of the program ({@link IllegalArgumentException}), one that the directory lacks a {@link NoSuchElementException}.
 */
@Component
@Transactional
public class CompanyChanges {

    private final CompanyTables tables;
    private final CompanyJournal journal;

    CompanyChanges(CompanyTables tables, CompanyJournal journal) {
        this.tables = tables;
        this.journal = journal;
    }

    /**
     * Enters a company with its head office and all their representatives. A SIREN that is there already is brought up to
     * date instead; its other establishments stay.
     *
     * @param request the request's number
     * @param headOffice its SIRET begins with the company's SIREN; a billing number of null keeps the one it has
     * @return the company's id
     * @throws InvalidEntry {@code billingNumber: TAKEN} when another establishment bills under that number
     */
    public UUID register(
            String request, String name, Establishment headOffice, List<LegalRepresentative> legalRepresentatives) {
        if (!Siret.isValid(headOffice.siret())) {
            throw new IllegalArgumentException("no SIRET: " + headOffice.siret());
        }
        String siren = Siret.siren(headOffice.siret());
        tables.lock("siren " + siren);
        UUID company = tables.bySiren(siren).orElseGet(() -> {
            UUID id = UUID.randomUUID();
            tables.insert(id, siren, name, request);
            return id;
        });
        tables.lock(company);
        if (journal.write(company, request, Kind.COMPANY, "", "Entreprise enregistrée avec son siège")) {
            tables.rename(company, name, request);
            store(request, company, headOffice.with(true));
            tables.replaceLegal(company, legalRepresentatives, request);
        }
        return company;
    }

    /**
     * Adds an establishment with its technical representatives; one that is there already is brought up to date.
     *
     * @param establishment its SIRET begins with the company's SIREN; one that is a head office takes that place over;
     *     a billing number of null keeps the one it has
     * @throws InvalidEntry {@code billingNumber: TAKEN} when another establishment bills under that number
     */
    public void addEstablishment(String request, UUID company, Establishment establishment) {
        Company owner = held(company);
        String siret = establishment.siret();
        if (!Siret.isValid(siret) || !Siret.siren(siret).equals(owner.siren())) {
            throw new IllegalArgumentException(siret + " is no establishment of " + owner.siren());
        }
        if (journal.write(company, request, Kind.ESTABLISHMENT, siret, "Établissement " + siret + " enregistré")) {
            store(request, company, establishment);
        }
    }

    /** Changes where an establishment is and how it is reached. */
    public void changeContact(String request, String siret, Establishment.Address address, String email, String phone) {
        Held held = held(siret);
        Establishment was = held.establishment();
        Establishment now = was.with(address, email, phone);
        String text = "Coordonnées de l’établissement " + siret + (now.equals(was) ? " confirmées" : " modifiées");
        if (journal.write(held.company(), request, Kind.CONTACT, siret, text)) {
            tables.write(held.company(), now, request);
        }
    }

    /**
     * Gives an establishment the number under which it bills.
     *
     * @throws InvalidEntry {@code billingNumber: TAKEN} when another establishment bills under that number
     */
    public void setBillingNumber(String request, String siret, String number) {
        if (!BillingNumber.isValid(number)) {
            throw new IllegalArgumentException("no billing number: " + number);
        }
        Held held = held(siret);
        String text = "Numéro de facturation " + number + " attribué à l’établissement " + siret;
        if (journal.write(held.company(), request, Kind.BILLING_NUMBER, siret, text)) {
            write(request, held.company(), held.establishment().with(number));
        }
    }

    /** Replaces all legal representatives of a company. */
    public void replaceLegalRepresentatives(String request, UUID company, List<LegalRepresentative> all) {
        boolean same = held(company).legalRepresentatives().equals(all);
        String text = "Responsables juridiques " + (same ? "confirmés" : "remplacés") + "\u00a0: " + all.size();
        if (journal.write(company, request, Kind.LEGAL_REPRESENTATIVES, "", text)) {
            tables.replaceLegal(company, all, request);
        }
    }

    /** Replaces all technical representatives of an establishment. */
    public void replaceTechnicalRepresentatives(String request, String siret, List<TechnicalRepresentative> all) {
        Held held = held(siret);
        boolean same = held.establishment().technicalRepresentatives().equals(all);
        String text = "Responsables techniques de l’établissement " + siret + (same ? " confirmés" : " remplacés")
                + "\u00a0: " + all.size();
        if (journal.write(held.company(), request, Kind.TECHNICAL_REPRESENTATIVES, siret, text)) {
            tables.replaceTechnical(siret, all, request);
        }
    }

    /** Writes an establishment; what is not given stays: its number, and its place as the head office. */
    private void store(String request, UUID company, Establishment given) {
        Optional<Establishment> was = tables.find(company).flatMap(known -> known.establishment(given.siret()));
        String number = given.billingNumber() != null
                ? given.billingNumber()
                : was.map(Establishment::billingNumber).orElse(null);
        boolean headOffice =
                given.headOffice() || was.map(Establishment::headOffice).orElse(false);
        write(request, company, given.with(headOffice).with(number));
        tables.replaceTechnical(given.siret(), given.technicalRepresentatives(), request);
    }

    private void write(String request, UUID company, Establishment establishment) {
        String number = establishment.billingNumber();
        if (number != null) {
            tables.lock("billing number " + number);
            tables.siretOfBillingNumber(number)
                    .filter(siret -> !siret.equals(establishment.siret()))
                    .ifPresent(other -> {
                        throw new InvalidEntry(Map.of("billingNumber", "TAKEN"));
                    });
        }
        tables.write(company, establishment, request);
    }

    /** An establishment and the company that has it, which is held until the end of the transaction. */
    private record Held(UUID company, Establishment establishment) {}

    private Held held(String siret) {
        UUID company =
                tables.companyOf(siret).orElseThrow(() -> new NoSuchElementException("no establishment " + siret));
        return new Held(company, held(company).establishment(siret).orElseThrow());
    }

    private Company held(UUID company) {
        tables.lock(company);
        return tables.find(company).orElseThrow(() -> new NoSuchElementException("no company " + company));
    }
}
