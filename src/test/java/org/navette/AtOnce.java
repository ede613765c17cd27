package org.navette;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Runs actions at the same instant, each on its own thread: they meet at a barrier, then go within a few milliseconds. */
public final class AtOnce {

    private static final int LONGEST = 300;

    private AtOnce() {}

    /** An action that gives nothing back. */
    public interface Action {
        void run() throws Exception;
    }

    /**
     * What became of one action.
     *
     * @param value what it gave back
     * @param failure what it threw; null when it went through
     */
    public record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {

        public boolean won() {
            return failure == null;
        }

        /** The first failure of this type, wrapped or not; null when there is none. */
        public <F extends Throwable> @Nullable F failure(Class<F> type) {
            for (Throwable at = failure; at != null; at = at.getCause()) {
                if (type.isInstance(at)) {
                    return type.cast(at);
                }
            }
            return null;
        }
    }

    /** Runs two or more actions and tells what became of each, in their order. */
    public static List<Outcome<Void>> run(Action... actions) {
        List<Callable<Void>> calls = new ArrayList<>();
        for (Action action : actions) {
            calls.add(() -> {
                action.run();
                return null;
            });
        }
        return call(calls);
    }

    /** Makes two or more calls and tells what became of each, in their order. */
    public static <T> List<Outcome<T>> call(List<Callable<T>> calls) {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> call : calls) {
                running.add(threads.submit(() -> {
                    start.await(LONGEST, TimeUnit.SECONDS);
                    // so that now one, now the other comes first
                    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(8_000_000));
                    return call.call();
                }));
            }
            return running.stream().map(AtOnce::outcome).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Outcome<T> outcome(Future<T> running) {
        try {
            return new Outcome<>(running.get(LONGEST, TimeUnit.SECONDS), null);
        } catch (ExecutionException e) {
            return new Outcome<>(null, e.getCause());
        } catch (TimeoutException e) {
            return new Outcome<>(null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
