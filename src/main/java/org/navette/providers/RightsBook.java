package org.navette.providers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.navette.portal.EntryWords;
import org.navette.providers.Insured.Person;
import org.springframework.stereotype.Component;

/**
 * Files of the rights of insured persons: a block of lines for each, the insured person first. A block replaces what is
 * known of its number.
 */
@Component
class RightsBook implements BulkBook {

    private final InsuredRows rows;
    private final EntryWords words;
    private final Clock clock;

    RightsBook(InsuredRows rows, EntryWords words, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.clock = clock;
    }

    /** An insured person and whom they cover. */
    record Family(String cnssNumber, @Nullable String cni, List<Person> persons) {}

    @Override
    public BulkKind kind() {
        return BulkKind.RIGHTS;
    }

    @Override
    public Class<?> payload() {
        return Family.class;
    }

    @Override
    public List<Entry> judge(List<BulkLine> lines) {
        LocalDate today = LocalDate.now(clock);
        List<RightsBlock> blocks = RightsBlock.of(
                lines.stream().map(line -> RightsLine.of(line, today)).toList());
        Map<String, String> owners = rows.numbersByCni(
                blocks.stream().map(RightsBlock::cni).filter(Objects::nonNull).toList());
        blocks.forEach(block -> {
            if (isOfAnother(owners, block.cnssNumber(), block.cni())) {
                block.first().line().refuse(RightsLine.CNI, "TAKEN");
            }
        });
        return blocks.stream()
                .filter(RightsBlock::isGood)
                .map(block -> new Entry(block.first().line().number(), block.family()))
                .toList();
    }

    @Override
    public List<Outcome> register(String agent, Collection<Entry> entries) {
        Map<String, String> owners = rows.numbersByCni(entries.stream()
                .map(entry -> family(entry).cni())
                .filter(Objects::nonNull)
                .toList());
        // in the order of the numbers, so that two files never wait for each other
        return entries.stream()
                .sorted(Comparator.comparing(entry -> family(entry).cnssNumber()))
                .map(entry -> register(entry.line(), family(entry), owners))
                .toList();
    }

    private Outcome register(long line, Family it, Map<String, String> owners) {
        if (isOfAnother(owners, it.cnssNumber(), it.cni())) {
            return new Outcome(line, null, words.of(kind().words() + "." + RightsLine.CNI + ".TAKEN"));
        }
        rows.save(it.cnssNumber(), it.cni(), it.persons());
        return new Outcome(line, null, null);
    }

    private static boolean isOfAnother(Map<String, String> owners, String cnssNumber, @Nullable String cni) {
        String owner = cni == null ? null : owners.get(cni);
        return owner != null && !owner.equals(cnssNumber);
    }

    private static Family family(Entry entry) {
        return (Family) entry.payload();
    }
}
