package org.navette.engine;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads of the job executor: at a normal stop the jobs under way are finished, where the starter's are cut. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "camunda.bpm.job-execution", name = "enabled", matchIfMissing = true)
class JobThreads {

    /** Below the 30 s that the application has to stop. */
    private static final int LONGEST_SECONDS = 25;

    /** Named as the starter asks for it. */
    @Bean
    static TaskExecutor camundaTaskExecutor(CamundaBpmProperties properties) {
        var settings = properties.getJobExecution();
        var threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("jobs-");
        threads.setCorePoolSize(settings.getCorePoolSize());
        threads.setMaxPoolSize(settings.getMaxPoolSize());
        threads.setQueueCapacity(settings.getQueueCapacity());
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(LONGEST_SECONDS);
        return threads;
    }
}
