package org.navette.files;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** The purge of files, run as the job executor does every hour. */
public final class HourlyPurge {

    private static final String PROCESS = "file-purge";

    private HourlyPurge() {}

    public static void run(ManagementService jobs) {
        jobs.executeJob(jobs.createJobQuery()
                .processDefinitionKey(PROCESS)
                .timers()
                .singleResult()
                .getId());
        for (Job batch :
                jobs.createJobQuery().processDefinitionKey(PROCESS).messages().list()) {
            jobs.executeJob(batch.getId());
        }
    }
}
