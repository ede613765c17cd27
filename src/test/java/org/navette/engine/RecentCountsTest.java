package org.navette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("COMM-21 The number of tasks in a list")
class RecentCountsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RecentCounts counts = new RecentCounts(nanos::get);

    @Test
    @DisplayName("is counted each time while it is small")
    void small() {
        assertThat(counts.of("list", () -> 1_000)).isEqualTo(1_000);
        assertThat(counts.of("list", () -> 999)).isEqualTo(999);
    }

    @Test
    @DisplayName("is that of a moment ago when it is large, for ten seconds, and never another list's")
    void large() {
        assertThat(counts.of("list", () -> 5_000)).isEqualTo(5_000);
        nanos.addAndGet(9_999_999_999L);
        assertThat(counts.of("list", () -> 4_999)).isEqualTo(5_000);
        assertThat(counts.of("other", () -> 3)).isEqualTo(3);
        nanos.addAndGet(1);
        assertThat(counts.of("list", () -> 4_999)).isEqualTo(4_999);
    }
}
