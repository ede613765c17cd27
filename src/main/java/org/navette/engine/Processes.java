package org.navette.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts process instances and hands them messages, always inside the caller's transaction. The caller has checked the
 * person's rights; the engine's own authorizations are for Tasklist and Modeler.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Processes {

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;

    private final JdbcClient jdbc;

    Processes(@Lazy RuntimeService runtime, @Lazy ProcessEngineConfigurationImpl engine, JdbcClient jdbc) {
        this.runtime = runtime;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /**
     * Starts the latest version of a process.
     *
     * @param processId the process's id, which is its file's name
     * @param businessKey the request's number
     * @param variables ids and routing facts only, no personal data
     */
    public void start(String processId, String businessKey, Map<String, Object> variables) {
        unguarded(() -> runtime.startProcessInstanceByKey(processId, businessKey, variables));
    }

    /**
     * Hands a message to the one instance that waits for it.
     *
     * @throws NotWaiting when no instance with this business key waits for the message
     */
    public void correlate(String message, String businessKey, Map<String, Object> variables) {
        try {
            unguarded(() -> {
                runtime.createMessageCorrelation(message)
                        .processInstanceBusinessKey(businessKey)
                        .setVariables(variables)
                        .correlate();
                return null;
            });
        } catch (MismatchingMessageCorrelationException e) {
            throw new NotWaiting(message, businessKey, e);
        }
    }

    /** Those of these business keys that an instance still runs for. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> running(Collection<String> businessKeys) {
        return businessKeys.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        jdbc.sql("select distinct business_key_ from act_ru_execution where business_key_ in (:keys)")
                                .param("keys", businessKeys)
                                .query(String.class)
                                .list());
    }

    private void unguarded(java.util.concurrent.Callable<?> action) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            try {
                return context.runWithoutAuthorization(action);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** No instance waits for the message: the request has moved on. */
    public static final class NotWaiting extends RuntimeException {
        NotWaiting(String message, String businessKey, Throwable cause) {
            super("nothing waits for " + message + " on " + businessKey, cause);
        }
    }
}
