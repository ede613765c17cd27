package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@NavetteTest
class NavetteStartsTest {

    @Autowired
    JdbcTemplate jdbc;

    @Test
    @DisplayName("COMM-19 the engine's tables and the indexes that it lacks are there from the first migration")
    void schema() {
        assertThat(jdbc.queryForList("select indexname from pg_indexes where indexname like 'navette_%'", String.class))
                .contains("navette_task_parent", "navette_job_due", "navette_job_locked");
    }
}
