package org.navette.faults;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the application has acknowledged to people, as they would swear to it. */
final class Ledger {

    private final Map<UUID, String> deposits = new ConcurrentHashMap<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();

    /** A form was answered with this number; the same form always is. */
    void deposited(UUID submission, String number) {
        String before = deposits.put(submission, number);
        if (before != null && !before.equals(number)) {
            broken.add("form " + submission + " has two numbers, " + before + " and " + number);
        }
    }

    /** An agent took the request of a process instance in charge. */
    void taken(String process) {
        taken.add(process);
    }

    /** An agent's answer to the request of a process instance was accepted. */
    void answered(String process, String text) {
        answers.put(text, process);
    }

    /** An attempt came to nothing, and this was said. */
    void refused(String what) {
        refused.merge(what, 1, Integer::sum);
    }

    /** Something happened that must not. */
    void broken(String what) {
        broken.add(what);
    }

    /** What was acknowledged so far. */
    Ledger copy() {
        var copy = new Ledger();
        copy.deposits.putAll(deposits);
        copy.taken.addAll(taken);
        copy.answers.putAll(answers);
        return copy;
    }

    Map<UUID, String> deposits() {
        return deposits;
    }

    Set<String> taken() {
        return taken;
    }

    /** Process instances by the text of the answer. */
    Map<String, String> answers() {
        return answers;
    }

    Queue<String> broken() {
        return broken;
    }

    int refusedAttempts() {
        return refused.values().stream().mapToInt(Integer::intValue).sum();
    }

    int acknowledged() {
        return deposits.size() + taken.size() + answers.size();
    }

    @Override
    public String toString() {
        return deposits.size() + " deposits, " + taken.size() + " taken in charge, " + answers.size()
                + " answers; attempts that failed and said so: " + refused;
    }
}
