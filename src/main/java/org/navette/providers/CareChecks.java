package org.navette.providers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishments;
import org.navette.directory.InvalidEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What must be known before care of somebody in an establishment is registered, one by one or from a file. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class CareChecks {

    private final CareEstablishments establishments;
    private final InsuredRows insured;
    private final Clock clock;

    CareChecks(CareEstablishments establishments, InsuredRows insured, Clock clock) {
        this.establishments = establishments;
        this.insured = insured;
        this.clock = clock;
    }

    /**
     * Care as somebody has written it. What cannot be read is null, and is not judged.
     *
     * @param beneficiary a name; empty for the insured person
     * @param days days that must not be to come, by field
     */
    record Care(
            @Nullable String inpe,
            @Nullable String cnssNumber,
            @Nullable String beneficiary,
            Map<String, LocalDate> days) {}

    /** Who gives care to whom. */
    record Known(CareEstablishment establishment, Insured insured, Insured.Person person) {}

    /** What is known of the establishments and insured persons that some care names, by their numbers. */
    record Facts(Map<String, CareEstablishment> establishments, Map<String, Insured> insured) {

        Optional<CareEstablishment> establishment(Care care) {
            return Optional.ofNullable(care.inpe()).map(establishments::get);
        }

        private Optional<Insured> insured(Care care) {
            return Optional.ofNullable(care.cnssNumber()).map(insured::get);
        }

        private Optional<Insured.Person> person(Care care) {
            return insured(care)
                    .flatMap(it -> Optional.ofNullable(care.beneficiary()).flatMap(it::named));
        }

        /** Who is meant by care that has no problem. */
        Known known(Care care) {
            return new Known(
                    establishment(care).orElseThrow(),
                    insured(care).orElseThrow(),
                    person(care).orElseThrow());
        }
    }

    /** Looks up all that is named, with as many statements for a whole file as for one line. */
    Facts facts(Collection<Care> all) {
        return new Facts(
                byNumber(establishments.byInpes(named(all, Care::inpe)), CareEstablishment::inpe),
                byNumber(insured.byCnssNumbers(named(all, Care::cnssNumber)), Insured::cnssNumber));
    }

    private static <T> Map<String, T> byNumber(Collection<T> found, Function<T, String> number) {
        return found.stream().collect(Collectors.toMap(number, it -> it));
    }

    private static Set<String> named(Collection<Care> all, Function<Care, @Nullable String> number) {
        return all.stream().map(number).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** What is wrong: UNKNOWN by {@code inpe}, {@code cnssNumber} or {@code beneficiary}, TO_COME by the day's field. */
    Map<String, String> problems(Facts facts, Care care) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (care.inpe() != null && facts.establishment(care).isEmpty()) {
            problems.put("inpe", "UNKNOWN");
        }
        if (care.cnssNumber() != null && facts.insured(care).isEmpty()) {
            problems.put("cnssNumber", "UNKNOWN");
        } else if (care.cnssNumber() != null
                && care.beneficiary() != null
                && facts.person(care).isEmpty()) {
            problems.put("beneficiary", "UNKNOWN");
        }
        LocalDate today = LocalDate.now(clock);
        care.days().forEach((field, day) -> {
            if (day.isAfter(today)) {
                problems.put(field, "TO_COME");
            }
        });
        return problems;
    }

    /**
     * Finds who is meant.
     *
     * @throws InvalidEntry as {@link #problems}
     */
    Known known(Care care) {
        Facts facts = facts(Set.of(care));
        Map<String, String> problems = problems(facts, care);
        if (!problems.isEmpty()) {
            throw new InvalidEntry(problems);
        }
        return facts.known(care);
    }
}
