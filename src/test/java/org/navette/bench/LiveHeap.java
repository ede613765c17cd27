package org.navette.bench;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** What lives in the heap of this virtual machine, garbage left out. */
final class LiveHeap {

    static final double MEGABYTE = 1024 * 1024;

    private static final int TRIES = 50;

    private LiveHeap() {}

    /**
     * Bytes that live once nobody allocates. A thread that compresses may keep the collector from its work, and the garbage
     * is counted too: asked again until two answers in a row agree.
     *
     * @throws IllegalStateException when they never do
     */
    static long bytes() {
        long before = counted();
        for (int i = 0; i < TRIES; i++) {
            long now = counted();
            if (Math.abs(now - before) < MEGABYTE) {
                return now;
            }
            before = now;
        }
        throw new IllegalStateException("the heap does not come to rest");
    }

    /** The sum of the histogram of objects; making it collects garbage first. */
    private static long counted() {
        try {
            Object histogram = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            String total = histogram
                    .toString()
                    .lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(total.trim().split(" +")[2]);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
