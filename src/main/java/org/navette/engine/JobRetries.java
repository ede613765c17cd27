package org.navette.engine;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Jobs are tried again as the model says, unless the exception says that it is of no use ({@link NoRetry}). */
@Component
@Order(Ordering.DEFAULT_ORDER + 100)
class JobRetries extends AbstractCamundaConfiguration {

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setFailedJobCommandFactory(Retry::new);
    }

    private static final class Retry extends DefaultJobRetryCmd {

        private Retry(String jobId, Throwable exception) {
            super(jobId, exception);
        }

        @Override
        public Object execute(CommandContext context) {
            Object result = super.execute(context);
            var job = getJob();
            if (job != null && hopeless() && job.getRetries() > 0) {
                job.setRetries(0);
            }
            return result;
        }

        private boolean hopeless() {
            for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
                if (cause instanceof NoRetry) {
                    return true;
                }
            }
            return false;
        }
    }
}
