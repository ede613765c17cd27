package org.navette.procedures;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.directory.Company;
import org.navette.directory.InvalidEntry;
import org.navette.mail.Letter;
import org.navette.mail.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who read a company's requests, invited and removed by those who are responsible for it (PROC-03). */
@Component
@Transactional
public class Readers {

    /** Readers that a company can have. */
    public static final int MOST = 50;

    /** the same invitation sent again so soon is one sent twice */
    private static final Duration TWICE = Duration.ofMinutes(1);

    private static final String MAIL = "companies/reader";

    private final Members members;
    private final Accounts accounts;
    private final HeadOffices headOffices;
    private final Tries tries;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Clock clock;

    Readers(
            Members members,
            Accounts accounts,
            HeadOffices headOffices,
            Tries tries,
            Outbox outbox,
            JdbcClient jdbc,
            Clock clock) {
        this.members = members;
        this.accounts = accounts;
        this.headOffices = headOffices;
        this.tries = tries;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A company's people, by name. */
    public record Team(List<Account> responsibles, List<Account> readers) {

        /** True when one more can be invited. */
        public boolean canGrow() {
            return readers.size() < MOST;
        }
    }

    /** @throws Refused when the person is not responsible for a company */
    @Transactional(readOnly = true)
    public Team team(Office office) {
        List<Member> all = members.of(company(office).id());
        return new Team(accounts(all, Standing.RESPONSIBLE), accounts(all, Standing.READER));
    }

    private List<Account> accounts(List<Member> all, Standing standing) {
        return accounts.findAll(all.stream()
                .filter(member -> member.standing() == standing)
                .map(Member::account)
                .toList());
    }

    /** @throws NoSuchElementException when the company has no such reader */
    @Transactional(readOnly = true)
    public Account get(Office office, UUID reader) {
        UUID company = company(office).id();
        return members.find(reader)
                .filter(member -> isReader(member, company))
                .flatMap(member -> accounts.find(reader))
                .orElseThrow();
    }

    /**
     * Invites somebody: a new account with its activation link, or one that has no place yet, which is told by mail. What is
     * said of an address that belongs to somebody else does not tell to whom.
     *
     * @return the reader's account
     * @throws InvalidEntry when something typed cannot be taken: those of {@link MemberIdentity}, {@code email}
     * @throws Refused when the person may not, the company has fifty readers, or too many were invited in 24 hours
     * @throws org.navette.accounts.LoginTaken when somebody else got the address at this instant
     */
    @Transactional(noRollbackFor = {InvalidEntry.class, Refused.class})
    public Account invite(Office office, Invitation typed) {
        Company company = company(office);
        Map<String, String> problems = typed.problems();
        if (!problems.isEmpty()) {
            throw new InvalidEntry(problems);
        }
        oneAfterTheOther(company);
        Optional<Account> found = accounts.find(Office.ESPACE, typed.email());
        Optional<Member> member = found.flatMap(account -> members.lock(account.id()));
        if (member.filter(there -> isReader(there, company.id())).isPresent() && isTwice(found.get())) {
            return found.get();
        }
        if (!tries.admit(Tries.Act.INVITATION, office.account(), company.id())) {
            throw new Refused(Refused.Reason.TOO_MANY_INVITATIONS);
        }
        member.flatMap(there -> problem(office, company, found.get(), there)).ifPresent(problem -> {
            throw new InvalidEntry(Map.of("email", problem));
        });
        if (!team(office).canGrow()) {
            throw new Refused(Refused.Reason.TOO_MANY_READERS);
        }
        Account reader = found.isPresent() ? adopt(company, found.get(), typed) : create(company, typed);
        tell(reader, office, company);
        return reader;
    }

    /** Two invitations at once are counted one after the other. */
    private void oneAfterTheOther(Company company) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('procedure_readers:' || ?, 0))")
                .param(company.id().toString())
                .query()
                .singleRow();
    }

    private boolean isTwice(Account reader) {
        return reader.activatedAt() == null
                && reader.createdAt().isAfter(clock.instant().minus(TWICE));
    }

    /** Why the holder of an address cannot become a reader; nothing when they can. */
    private Optional<String> problem(Office office, Company company, Account account, Member member) {
        if (account.id().equals(office.account())) {
            return Optional.of("OWN");
        }
        if (company.id().equals(member.company())) {
            return Optional.of(member.standing() == Standing.RESPONSIBLE ? "RESPONSIBLE" : "ALREADY_THERE");
        }
        boolean nobodys = member.company() == null && (!account.active() || account.activatedAt() == null);
        boolean ours = member.standing() == Standing.UNVERIFIED
                && headOffices.of(member.siret()).map(Company::id).equals(Optional.of(company.id()));
        return nobodys || ours ? Optional.empty() : Optional.of("TAKEN");
    }

    private Account create(Company company, Invitation typed) {
        MemberIdentity identity = typed.identity();
        Account account =
                accounts.create(Office.ESPACE, typed.email(), typed.email(), identity.firstName(), identity.lastName());
        members.add(new Member(account.id(), identity.civility(), "", siret(company), company.id(), Standing.READER));
        return account;
    }

    /** An account that was closed keeps its password; one that nobody confirmed gets a new one by its mailed link. */
    private Account adopt(Company company, Account account, Invitation typed) {
        MemberIdentity identity = typed.identity();
        members.read(account.id(), company.id(), siret(company));
        if (!account.active()) {
            accounts.reactivate(account.id());
        } else if (accounts.adopt(account.id(), identity.firstName(), identity.lastName())) {
            members.describe(account.id(), identity.civility(), "");
        }
        return accounts.find(account.id()).orElseThrow();
    }

    private static String siret(Company company) {
        return company.headOffice().orElse(company.establishments().get(0)).siret();
    }

    /**
     * Mails a reader who has not opened their account yet a new link; the older one is dead.
     *
     * @return the reader's account
     * @throws Refused when the person may not, or too many were invited in 24 hours
     * @throws NoSuchElementException when the company has no such reader
     */
    public Account inviteAgain(Office office, UUID reader) {
        Account account = get(office, reader);
        oneAfterTheOther(company(office));
        if (account.activatedAt() == null) {
            UUID company = company(office).id();
            if (!tries.admit(Tries.Act.REMINDER, reader, company)
                    || !tries.admit(Tries.Act.INVITATION, office.account(), company)) {
                throw new Refused(Refused.Reason.TOO_MANY_INVITATIONS);
            }
            accounts.mailLink(reader);
        }
        return account;
    }

    /**
     * Takes a reader's place away and closes the account: their sessions end at once. The address can be invited again, by
     * any company.
     *
     * @return the account as it was
     * @throws NoSuchElementException when the company has no such reader; who is responsible is none
     */
    public Account remove(Office office, UUID reader) {
        Company company = company(office);
        members.lock(reader).filter(member -> isReader(member, company.id())).orElseThrow();
        Account account = accounts.find(reader).orElseThrow();
        accounts.deactivate(reader);
        members.place(reader, null, Standing.UNVERIFIED);
        return account;
    }

    private static boolean isReader(Member member, UUID company) {
        return member.standing() == Standing.READER && company.equals(member.company());
    }

    private static Company company(Office office) {
        if (office.member().standing() != Standing.RESPONSIBLE || office.company() == null) {
            throw new Refused(Refused.Reason.NOT_RESPONSIBLE);
        }
        return Objects.requireNonNull(office.company());
    }

    private void tell(Account reader, Office office, Company company) {
        Map<String, Object> model = new HashMap<>();
        model.put("firstName", reader.firstName());
        model.put("lastName", reader.lastName());
        model.put("inviter", office.name());
        model.put("company", company.name());
        // another mail brings the link that opens a new account
        model.put("activation", reader.activatedAt() == null);
        outbox.queue(new Letter(MAIL + ":" + reader.id() + ":" + UUID.randomUUID(), MAIL, reader.email(), model, null));
    }
}
