package org.navette.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which version of a model is the latest, without asking the database several times a page. What this node deploys or
 * deletes counts at once; what another node does, within a second.
 */
@Component
class LatestModels {

    private static final long LONGEST = Duration.ofSeconds(1).toNanos();
    private static final Set<Class<?>> CHANGES = Set.of(
            DeployCmd.class,
            DeleteDeploymentCmd.class,
            DeleteProcessDefinitionsByIdsCmd.class,
            DeleteProcessDefinitionsByKeyCmd.class);

    private final Map<Name, Found> found = new ConcurrentHashMap<>();

    private record Name(Class<?> type, String key) {}

    private record Found(Object model, long at) {}

    /**
     * What was found lately under this key, else what is found now.
     *
     * @param <T> what stands for a version; never changed once read
     * @param read gives null when there is none, which is not remembered
     */
    <T> @Nullable T of(Class<T> type, String key, Supplier<? extends @Nullable T> read) {
        var name = new Name(type, key);
        Found lately = found.get(name);
        if (lately != null && System.nanoTime() - lately.at < LONGEST) {
            return type.cast(lately.model);
        }
        // the time before reading: a deployment may come between
        long now = System.nanoTime();
        T model = read.get();
        if (model != null) {
            found.put(name, new Found(model, now));
        }
        return model;
    }

    /** Watches the engine's commands for those that change models. */
    CommandInterceptor watch() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                T result = next.execute(command);
                if (CHANGES.contains(command.getClass())) {
                    forget();
                }
                return result;
            }
        };
    }

    private void forget() {
        found.clear();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            // until the caller commits, others still read what was
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    found.clear();
                }
            });
        }
    }
}
