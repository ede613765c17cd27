package org.navette.providers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    /** Who gives care to whom. */
    record Known(CareEstablishment establishment, Insured insured, Insured.Person person) {}

    /**
     * Finds who is meant.
     *
     * @param beneficiary a name; empty for the insured person
     * @param days days that must not be to come, by field
     * @throws InvalidEntry UNKNOWN by {@code inpe}, {@code cnssNumber} or {@code beneficiary}, TO_COME by the day's field
     */
    Known care(String inpe, String cnssNumber, String beneficiary, Map<String, LocalDate> days) {
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<CareEstablishment> establishment = establishments.byInpe(inpe);
        if (establishment.isEmpty()) {
            problems.put("inpe", "UNKNOWN");
        }
        Optional<Insured> found = insured.byCnssNumber(cnssNumber);
        Optional<Insured.Person> person = found.flatMap(it -> it.named(beneficiary));
        if (found.isEmpty()) {
            problems.put("cnssNumber", "UNKNOWN");
        } else if (person.isEmpty()) {
            problems.put("beneficiary", "UNKNOWN");
        }
        LocalDate today = LocalDate.now(clock);
        days.forEach((field, day) -> {
            if (day.isAfter(today)) {
                problems.put(field, "TO_COME");
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidEntry(problems);
        }
        return new Known(establishment.orElseThrow(), found.orElseThrow(), person.orElseThrow());
    }
}
