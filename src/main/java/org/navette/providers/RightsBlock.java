package org.navette.providers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.navette.providers.Insured.Relation;

/**
 * The lines of one insured person in a file of rights: they follow each other, the insured person first.
 *
 * @param sure true when nothing before can belong to it
 */
record RightsBlock(String cnssNumber, List<RightsLine> lines, boolean sure) {

    /** The blocks of a file, with what is wrong with each noted on its lines. */
    static List<RightsBlock> of(List<RightsLine> lines) {
        Map<String, Long> seen = new HashMap<>();
        List<RightsBlock> blocks = new ArrayList<>();
        RightsBlock block = null;
        boolean readable = true;
        for (RightsLine one : lines) {
            String number = one.cnssNumber();
            if (number != null) {
                if (block == null || !block.cnssNumber().equals(number)) {
                    Long before = seen.putIfAbsent(number, one.line().number());
                    if (before != null) {
                        one.line().refuse(RightsLine.NUMBER, "SPLIT", before);
                    }
                    block = new RightsBlock(number, new ArrayList<>(), readable && before == null);
                    blocks.add(block);
                }
                block.lines().add(one);
            }
            readable = number != null;
        }
        blocks.forEach(RightsBlock::check);
        checkCards(blocks);
        return blocks;
    }

    RightsLine first() {
        return lines.get(0);
    }

    /** The identity card of the insured person; null without one. */
    @Nullable
    String cni() {
        String cni = first().relation() == Relation.INSURED ? first().cni() : null;
        return cni == null || cni.isEmpty() ? null : cni;
    }

    boolean isGood() {
        return lines.stream().allMatch(line -> line.line().isGood());
    }

    RightsBook.Family family() {
        return new RightsBook.Family(
                cnssNumber, cni(), lines.stream().map(RightsLine::person).toList());
    }

    private void check() {
        Map<String, Long> persons = new HashMap<>();
        for (RightsLine one : lines) {
            if (one == first()) {
                if (sure && one.relation() != null && one.relation() != Relation.INSURED) {
                    one.line().refuse(RightsLine.RELATION, "FIRST");
                }
            } else {
                checkBehind(one);
            }
            Long before = one.identity() == null
                    ? null
                    : persons.putIfAbsent(one.identity(), one.line().number());
            if (before != null) {
                one.line().refuse(RightsLine.LAST_NAME, "TWICE", before);
            }
        }
    }

    private void checkBehind(RightsLine one) {
        if (one.relation() == Relation.INSURED) {
            one.line().refuse(RightsLine.RELATION, "SECOND");
        }
        String cni = one.cni();
        if (sure && cni != null && !cni.isEmpty() && !cni.equals(first().cni())) {
            one.line().refuse(RightsLine.CNI, "OTHER");
        }
    }

    private static void checkCards(List<RightsBlock> blocks) {
        Map<String, RightsBlock> owners = new HashMap<>();
        for (RightsBlock block : blocks) {
            RightsBlock owner = block.cni() == null ? null : owners.putIfAbsent(block.cni(), block);
            if (owner != null && !owner.cnssNumber().equals(block.cnssNumber())) {
                block.first()
                        .line()
                        .refuse(RightsLine.CNI, "TWICE", owner.first().line().number());
            }
        }
    }
}
