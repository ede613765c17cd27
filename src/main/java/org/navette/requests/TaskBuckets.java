package org.navette.requests;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.navette.engine.Tasks;
import org.navette.files.OpenBuckets;
import org.springframework.stereotype.Component;

/** The bucket of a task is open as long as the task is: an answer may take days. */
@Component
class TaskBuckets implements OpenBuckets {

    private final Tasks tasks;

    TaskBuckets(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Set<UUID> among(Set<UUID> buckets) {
        Set<String> open = tasks.open(buckets.stream().map(UUID::toString).collect(Collectors.toSet()));
        return open.stream().map(UUID::fromString).collect(Collectors.toSet());
    }
}
