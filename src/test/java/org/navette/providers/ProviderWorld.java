package org.navette.providers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.navette.Browser;
import org.navette.RequestTraces;
import org.navette.SentLetters;
import org.navette.accounts.Accounts;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.directory.CareEstablishments;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Establishments of tests: known, members, signed in. */
@TestComponent
public class ProviderWorld extends RequestTraces {

    /** The number that all directors declare. */
    public static final String GSM = "0612345678";

    /** The password that everybody chooses. */
    public static final String PASSWORD = "une phrase choisie par la clinique";

    private static final Pattern MAILED = Pattern.compile("Mot de passe : (\\S+)");
    private static final AtomicInteger INPE = new AtomicInteger(200_000_000);

    private final CareEstablishments establishments;
    private final Memberships memberships;
    private final ProviderAccounts providerAccounts;
    private final SecondaryAccounts secondaries;
    private final Accounts accounts;
    private final CnssAgency agency;
    private final SentLetters letters;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProviderWorld(
            CareEstablishments establishments,
            Memberships memberships,
            ProviderAccounts providerAccounts,
            SecondaryAccounts secondaries,
            Accounts accounts,
            CnssAgency agency,
            SentLetters letters,
            TransactionTemplate transaction,
            Clock clock) {
        this.establishments = establishments;
        this.memberships = memberships;
        this.providerAccounts = providerAccounts;
        this.secondaries = secondaries;
        this.accounts = accounts;
        this.agency = agency;
        this.letters = letters;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An establishment that the reference table knows, and nobody else uses. */
    public CareEstablishment known(Sector sector) {
        agency.agent();
        String inpe = String.valueOf(INPE.incrementAndGet());
        var made = new CareEstablishment(
                UUID.randomUUID(), inpe, sector, "Clinique " + inpe, null, null, "1, rue des Lilas", "Rabat");
        transaction.executeWithoutResult(status -> establishments.save(made));
        return made;
    }

    /** The address of an establishment's director. */
    public static String email(CareEstablishment establishment) {
        return "direction." + establishment.inpe() + "@world.example";
    }

    /** Right answers to the form of an establishment's sector. */
    public static Map<String, Object> answers(CareEstablishment establishment) {
        Map<String, Object> answers = new HashMap<>(Map.of(
                "name", establishment.name(),
                "cnssId", "1234567",
                "address", "12, avenue des Orangers",
                "city", "Rabat",
                "lastName", "El Amrani",
                "firstName", "Naïma",
                "practitionerInpe", "101 234 567",
                "email", email(establishment),
                "gsm", "+212 6 12 34 56 78"));
        answers.put("commits", true);
        answers.put("terms", true);
        if (!establishment.isPublic()) {
            answers.put("ice", "001561191000066");
            answers.put("identity", "be 123456");
        }
        return answers;
    }

    /** Declares a membership. Returns its number. */
    public String declare(CareEstablishment establishment) {
        return memberships.declare(
                establishment,
                UUID.randomUUID(),
                memberships.form(establishment).definitionId(),
                answers(establishment));
    }

    /** Asks for a reset. Returns its number. */
    public String reset(CareEstablishment establishment, String email, String gsm) {
        return memberships.reset(establishment, UUID.randomUUID(), email, gsm);
    }

    /** What an agency answers to a form that it has received today. */
    public Map<String, Object> received(boolean identityCopy) {
        return Map.of(
                "outcome",
                "RECEIVED",
                "receivedOn",
                LocalDate.now(clock).toString(),
                "agency",
                "Rabat Agdal",
                "identityCopy",
                identityCopy);
    }

    /** The three steps of a request, by two agents. */
    public void approve(String number, boolean identityCopy) {
        agency.decide(number, received(identityCopy));
        agency.decide(number, Map.of("outcome", "ACCEPTED"));
        agency.decide(agency.controller(), number, Map.of("outcome", "ACCEPTED"));
    }

    /** An establishment whose membership was approved; its passwords are still those of the mails. */
    public CareEstablishment approved(Sector sector) {
        CareEstablishment establishment = known(sector);
        approve(declare(establishment), sector == Sector.PRIVATE);
        return establishments.find(establishment.id()).orElseThrow();
    }

    /** A member with its two principal accounts, whose people have chosen {@link #PASSWORD}. */
    public CareEstablishment member() {
        CareEstablishment establishment = approved(Sector.PRIVATE);
        // a password is made when its mail is sent
        letters.send(email(establishment));
        for (Profile profile : Profile.values()) {
            accounts.setPassword(principal(establishment, profile).account(), PASSWORD);
        }
        return establishment;
    }

    /** The principal account of a profile. */
    public ProviderAccount principal(CareEstablishment establishment, Profile profile) {
        return providerAccounts.principal(establishment.inpe(), profile).orElseThrow();
    }

    /** The password of the newest mail that names this account. */
    public String mailed(String email, String label) {
        var all = letters.to(email).stream()
                .filter(letter -> letter.text().contains("Compte : " + label))
                .toList();
        var password = MAILED.matcher(all.get(all.size() - 1).text());
        if (!password.find()) {
            throw new AssertionError("no password in the mail");
        }
        return password.group(1);
    }

    /** Signs in as a person does. @param login of a secondary account; null for the principal one */
    public static Browser.Page signIn(
            Browser browser, String inpe, Profile profile, @Nullable String login, String password) {
        browser.get("/soins/connexion?inpe=" + inpe);
        Map<String, String> fields = new HashMap<>(Map.of(
                "inpe",
                inpe,
                "profil",
                profile.code(),
                "nature",
                login == null ? "principal" : "secondaire",
                "password",
                password));
        if (login != null) {
            fields.put("identifiant", login);
        }
        return browser.post("/soins/connexion", fields);
    }

    /** A browser in which the principal account of a member is signed in. */
    public Browser browser(CareEstablishment establishment, Profile profile, int port) {
        Browser browser = new Browser(port);
        browser.follow(signIn(browser, establishment.inpe(), profile, null, PASSWORD));
        return browser;
    }

    /** A secondary account of a member, whose person has chosen {@link #PASSWORD}; its id. */
    public UUID secondary(CareEstablishment establishment, Profile profile, String login) {
        var principal = new PrincipalAccount(principal(establishment, profile));
        String email = login + "." + profile + "." + email(establishment);
        secondaries.create(principal, new SecondaryAccounts.Typed(login, "Berrada", "Sara", email));
        letters.send(email);
        UUID id = secondaries.of(principal).get(0).id();
        accounts.setPassword(id, PASSWORD);
        return id;
    }

    /** A browser in which a secondary account of a member is signed in. */
    public Browser secondaryBrowser(CareEstablishment establishment, Profile profile, int port) {
        secondary(establishment, profile, "guichet");
        Browser browser = new Browser(port);
        browser.follow(signIn(browser, establishment.inpe(), profile, "guichet", PASSWORD));
        return browser;
    }

    /** A day as agents type it. */
    public static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd/MM/uuuu").format(day);
    }
}
