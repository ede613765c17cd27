package org.navette.partners;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.navette.directory.Convention;
import org.navette.directory.Conventions;
import org.navette.engine.Decision;
import org.navette.engine.Decisions;
import org.navette.requests.Requests;
import org.navette.requests.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which organisms a member of a structure reaches today, and how far: decision {@code convention-access}. */
@Component
@Transactional(readOnly = true)
public class ConventionAccess {

    private final Conventions conventions;
    private final Requests requests;
    private final Decisions decisions;
    private final Clock clock;

    ConventionAccess(Conventions conventions, Requests requests, Decisions decisions, Clock clock) {
        this.conventions = conventions;
        this.requests = requests;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The organisms to choose from, by name; those out of time are left out. */
    public List<Choice> choices(Member member) {
        Map<String, List<Convention>> byOrganism = new LinkedHashMap<>();
        conventions.of(member.structure().id()).stream()
                .filter(convention -> member.reaches(convention.organism().code()))
                .forEach(convention -> byOrganism
                        .computeIfAbsent(convention.organism().code(), code -> new ArrayList<>())
                        .add(convention));
        return byOrganism.values().stream()
                .map(this::choice)
                .filter(choice -> choice.access().level() != Access.Level.HIDDEN)
                .toList();
    }

    /** One organism, unless it is out of time, without convention or not one of the member's. */
    public Optional<Choice> choice(Member member, String organism) {
        if (!member.reaches(organism)) {
            return Optional.empty();
        }
        return Optional.of(conventions.between(member.structure().id(), organism))
                .filter(list -> !list.isEmpty())
                .map(this::choice)
                .filter(choice -> choice.access().level() != Access.Level.HIDDEN);
    }

    /**
     * What conventions let a structure's members do today, out of time included.
     *
     * @param between one structure and one organism, the older first
     */
    Optional<Access> today(List<Convention> between) {
        return between.isEmpty()
                ? Optional.empty()
                : Optional.of(choice(between).access());
    }

    /** Of several conventions the one in force counts, else the last that ended, else the next that starts. */
    private Choice choice(List<Convention> all) {
        LocalDate today = LocalDate.now(clock);
        Convention convention = all.stream()
                .filter(candidate -> !today.isBefore(candidate.startsOn()) && !today.isAfter(candidate.endsOn()))
                .reduce((first, second) -> second.endsOn().isAfter(first.endsOn()) ? second : first)
                .or(() -> all.stream()
                        .filter(candidate -> today.isAfter(candidate.endsOn()))
                        .reduce((first, second) -> second.endsOn().isAfter(first.endsOn()) ? second : first))
                .orElse(all.get(0));
        return new Choice(convention.organism(), access(convention, today));
    }

    private Access access(Convention convention, LocalDate today) {
        var scope = new Scope(PartnerRequest.ESPACE, convention.organism().code(), convention.structureId());
        boolean ended = today.isAfter(convention.endsOn());
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("today", today);
        inputs.put("start", convention.startsOn());
        inputs.put("end", convention.endsOn());
        // only an ended convention asks what became of its requests
        inputs.put("openRequests", ended ? requests.countOpen(scope) : 0L);
        inputs.put(
                "lastResolution",
                ended
                        ? requests.lastResolution(scope)
                                .map(instant -> LocalDate.ofInstant(instant, clock.getZone()))
                                .orElse(null)
                        : null);
        Decision why = decisions.evaluate("convention-access", inputs);
        return why.results().stream()
                .findFirst()
                .map(row -> new Access(
                        Access.Level.valueOf((String) row.get("access")),
                        Access.Notice.valueOf((String) row.get("notice")),
                        convention.startsOn(),
                        convention.endsOn(),
                        why))
                // a table that answers nothing lets nobody in
                .orElse(new Access(
                        Access.Level.HIDDEN, Access.Notice.NONE, convention.startsOn(), convention.endsOn(), why));
    }
}
