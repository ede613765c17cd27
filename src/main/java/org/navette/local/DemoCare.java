package org.navette.local;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.providers.Insured.Person;
import org.navette.providers.Insured.Relation;
import org.navette.providers.InsuredRows;
import org.navette.providers.PriorAgreements;
import org.navette.providers.Reimbursements;
import org.navette.providers.Transfers;
import org.navette.providers.process.ProviderPaymentProcess;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Two years of prior agreements, reimbursement files and payments of a private and a public establishment. */
@Component
@Profile("local")
class DemoCare {

    private static final int MONTHS = 24;
    private static final int MONTH = 30;
    private static final String AGENT = "karim.relation";
    private static final String ACCOUNTANT = "younes.comptable";
    private static final String[] CLINICS = {"100000017", "100000025"};

    private static final String[][] PEOPLE = {
        {"Alaoui", "Youssef"}, {"Benjelloun", "Amina"}, {"Chraïbi", "Hamza"}, {"Daoudi", "Fatima Zahra"},
        {"El Ouafi", "Rachid"}, {"Fikri", "Khadija"}, {"Guessous", "Omar"}, {"Hajji", "Laïla"}
    };

    private final InsuredRows insured;
    private final PriorAgreements agreements;
    private final Reimbursements files;
    private final Transfers transfers;
    private final DemoAgents agents;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoCare(
            InsuredRows insured,
            PriorAgreements agreements,
            Reimbursements files,
            Transfers transfers,
            DemoAgents agents,
            TransactionTemplate transaction,
            Clock clock) {
        this.insured = insured;
        this.agreements = agreements;
        this.files = files;
        this.transfers = transfers;
        this.agents = agents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The insured persons and their families; the rights of the last one are closed. */
    void create() {
        LocalDate since = LocalDate.now(clock).minusYears(6);
        for (int i = 0; i < PEOPLE.length; i++) {
            LocalDate to = i == PEOPLE.length - 1 ? since.plusYears(3) : null;
            List<Person> family = new ArrayList<>();
            family.add(person(Relation.INSURED, PEOPLE[i], 1970 + 2 * i, since, to));
            if (i % 2 == 0) {
                family.add(person(Relation.SPOUSE, new String[] {PEOPLE[i][0], "Salma"}, 1974 + 2 * i, since, to));
            }
            if (i % 3 == 0) {
                LocalDate closed = LocalDate.now(clock).minusMonths(4);
                family.add(person(Relation.CHILD, new String[] {PEOPLE[i][0], "Adam"}, 2004 + i, since, closed));
            }
            String number = number(i);
            String cni = "BE" + (412_300 + i);
            transaction.executeWithoutResult(status -> insured.save(number, cni, family));
        }
    }

    private static Person person(Relation relation, String[] name, int year, LocalDate from, @Nullable LocalDate to) {
        return new Person(relation, name[0], name[1], LocalDate.of(year, 3, 14), from, to);
    }

    private static String number(int person) {
        return String.valueOf(110_000_001 + person * 11);
    }

    /** What happens month by month. */
    List<DemoMoment> moments(Instant now) {
        List<DemoMoment> moments = new ArrayList<>();
        for (int month = MONTHS; month >= 1; month--) {
            for (int clinic = 0; clinic < CLINICS.length; clinic++) {
                used(moments, now, month, clinic);
                other(moments, now, month, clinic);
                ambulatory(moments, now, month, clinic);
            }
            if (month > 1) {
                at(moments, now, month * MONTH - 28, this::pay);
            }
        }
        return moments;
    }

    /** Granted, used, approved for a little less, and paid by the month's run. */
    private void used(List<DemoMoment> moments, Instant now, int month, int clinic) {
        var life = new Life(CLINICS[clinic], (month + clinic) % (PEOPLE.length - 1));
        BigDecimal asked = BigDecimal.valueOf(4_200 + 175L * month + 900L * clinic);
        int day = month * MONTH;
        at(moments, now, day, () -> life.ask(asked));
        at(moments, now, day - 2, () -> life.decide("GRANTED", null));
        at(moments, now, day - 12, () -> life.deposit(asked.subtract(BigDecimal.valueOf(120))));
        if (month > 1) {
            at(moments, now, day - 20, () -> life.approve(asked.subtract(BigDecimal.valueOf(145))));
        }
    }

    /** Refused, returned, granted in part, or granted and never used. */
    private void other(List<DemoMoment> moments, Instant now, int month, int clinic) {
        var life = new Life(CLINICS[clinic], (month + 3 + clinic) % (PEOPLE.length - 1));
        BigDecimal asked = BigDecimal.valueOf(9_800 + 310L * month);
        int day = month * MONTH - 6;
        at(moments, now, day, () -> life.ask(asked));
        if (month == 1) {
            // waits for the medical control
            return;
        }
        switch (month % 4) {
            case 0 -> at(moments, now, day - 3, () -> life.decide("REFUSED", null));
            case 1 -> at(moments, now, day - 3, () -> life.decide("RETURNED", null));
            case 2 -> at(moments, now, day - 3, () -> life.decide("PARTLY", asked.multiply(BigDecimal.valueOf(0.6))));
            default -> {
                at(moments, now, day - 3, () -> life.decide("GRANTED", null));
                if (day - 3 > Life.VALID + 1) {
                    at(moments, now, day - 3 - Life.VALID - 1, life::expire);
                }
            }
        }
    }

    /** Without a prior agreement: paid, cancelled, or returned by the table since the rights are closed. */
    private void ambulatory(List<DemoMoment> moments, Instant now, int month, int clinic) {
        boolean closed = month % 5 == 2;
        var life = new Life(CLINICS[clinic], closed ? PEOPLE.length - 1 : month % (PEOPLE.length - 1));
        BigDecimal billed = BigDecimal.valueOf(38_050 + 2_115L * month + 450L * clinic, 2);
        int day = month * MONTH - 9;
        at(moments, now, day, () -> life.deposit(billed));
        if (closed || month == 1) {
            return;
        }
        at(moments, now, day - 8, () -> {
            if (month % 7 == 3) {
                life.settle(Map.of("outcome", "CANCELLED", "reasons", "Dossier déposé deux fois"));
            } else {
                life.approve(billed);
            }
        });
    }

    private void pay() {
        transaction.executeWithoutResult(status -> transfers.open(ACCOUNTANT, LocalDate.now(clock)));
        agents.decideOpen(
                ACCOUNTANT,
                ProviderPaymentProcess.ID,
                Map.of("executedOn", LocalDate.now(clock).toString()));
    }

    private static void at(List<DemoMoment> moments, Instant now, int daysAgo, Runnable act) {
        moments.add(new DemoMoment(now.minus(Duration.ofDays(daysAgo)).plusSeconds(1_800L + moments.size()), act));
    }

    /** One case, from the request of a prior agreement to the file that draws on it. */
    private final class Life {

        /** Days for which something is granted. */
        private static final int VALID = 45;

        private final String clinic;
        private final int person;
        private String agreement = "";
        private String file = "";

        private Life(String clinic, int person) {
            this.clinic = clinic;
            this.person = person;
        }

        private void ask(BigDecimal requested) {
            agreement = transaction.execute(status -> agreements.register(
                    AGENT, new PriorAgreements.New(clinic, number(person), "", LocalDate.now(clock), requested)));
        }

        private void decide(String outcome, @Nullable BigDecimal granted) {
            String until = LocalDate.now(clock).plusDays(VALID).toString();
            agents.decide(
                    "hind.controle",
                    agreement,
                    switch (outcome) {
                        case "GRANTED" -> Map.of("outcome", outcome, "validUntil", until);
                        case "PARTLY" ->
                            Map.of(
                                    "outcome",
                                    outcome,
                                    "validUntil",
                                    until,
                                    "granted",
                                    granted,
                                    "reasons",
                                    "Durée du séjour ramenée à trois jours.");
                        case "REFUSED" -> Map.of("outcome", outcome, "reasons", "Acte non remboursable.");
                        default -> Map.of("outcome", outcome, "reasons", "Le compte rendu médical manque.");
                    });
        }

        private void expire() {
            agents.runTimers(agreement);
        }

        private void deposit(BigDecimal billed) {
            LocalDate today = LocalDate.now(clock);
            file = transaction.execute(status -> files.register(
                    AGENT,
                    new Reimbursements.New(
                            clinic,
                            number(person),
                            "",
                            agreement,
                            today,
                            today.minusDays(2),
                            "F%s-%s".formatted(today.toString().replace("-", ""), person),
                            billed)));
        }

        private void approve(BigDecimal amount) {
            settle(Map.of("outcome", "APPROVED", "approved", amount));
        }

        private void settle(Map<String, Object> answers) {
            agents.decide(AGENT, file, answers);
        }
    }
}
