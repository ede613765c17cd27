package org.navette.providers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.navette.providers.CareChecks.Care;
import org.springframework.stereotype.Component;

/** Files of prior agreements. */
@Component
class AgreementBook implements BulkBook {

    private static final String RECEIVED_ON = "receivedOn";
    private static final String REQUESTED = "requested";

    private final PriorAgreements agreements;
    private final CareChecks checks;
    private final StartedForms words;

    AgreementBook(PriorAgreements agreements, CareChecks checks, StartedForms words) {
        this.agreements = agreements;
        this.checks = checks;
        this.words = words;
    }

    @Override
    public BulkKind kind() {
        return BulkKind.PRIOR_AGREEMENTS;
    }

    @Override
    public Class<?> payload() {
        return PriorAgreements.New.class;
    }

    private record Read(BulkLine line, Care care, @Nullable BigDecimal requested) {

        static Read of(BulkLine line) {
            Map<String, LocalDate> days = new HashMap<>();
            CareCells.put(days, RECEIVED_ON, line.day(RECEIVED_ON));
            return new Read(line, CareCells.care(line, days), line.amount(REQUESTED));
        }

        Entry entry() {
            return new Entry(
                    line.number(),
                    new PriorAgreements.New(
                            Objects.requireNonNull(care.inpe()),
                            Objects.requireNonNull(care.cnssNumber()),
                            Objects.requireNonNull(care.beneficiary()),
                            Objects.requireNonNull(care.days().get(RECEIVED_ON)),
                            Objects.requireNonNull(requested)));
        }
    }

    @Override
    public List<Entry> judge(List<BulkLine> lines) {
        List<Read> all = lines.stream().filter(BulkLine::isGood).map(Read::of).toList();
        CareChecks.Facts facts = checks.facts(all.stream().map(Read::care).toList());
        all.forEach(read -> checks.problems(facts, read.care()).forEach(read.line()::refuse));
        Map<Object, Long> seen = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Read read : all) {
            if (read.line().isGood()) {
                Entry entry = read.entry();
                Long before = seen.putIfAbsent(entry.payload(), entry.line());
                if (before == null) {
                    entries.add(entry);
                } else {
                    // a line copied by mistake would be a second agreement
                    read.line().refuse(REQUESTED, "TWICE", before);
                }
            }
        }
        return entries;
    }

    @Override
    public List<Outcome> register(String agent, Collection<Entry> entries) {
        CareChecks.Facts facts =
                checks.facts(entries.stream().map(entry -> fresh(entry).care()).toList());
        return entries.stream()
                .map(entry -> words.outcome(
                        entry.line(),
                        checks.problems(facts, fresh(entry).care()),
                        () -> agreements.register(agent, fresh(entry))))
                .toList();
    }

    private static PriorAgreements.New fresh(Entry entry) {
        return (PriorAgreements.New) entry.payload();
    }
}
