package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.funding.FundingWorld.Enrolled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("The rows of an export")
class FundingExportsTest {

    private static final int ROWS = 1200;

    @Autowired
    FundingWorld world;

    @Autowired
    ImportWorld files;

    @Autowired
    FundingExports exports;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("FUND-23 are fetched some at a time by a cursor: however many there are, few are in memory")
    void cursor() {
        Enrolled enrolled = world.enrolled(Couloir.HOP);
        files.copy(files.complete(enrolled, Couloir.HOP), ROWS);
        List<Integer> cursors = new ArrayList<>();
        exports.requests(enrolled.supplier(), line -> cursors.add(cursors.isEmpty() ? open() : 0));
        assertThat(cursors).hasSize(ROWS + 1);
        assertThat(cursors.get(0)).as("cursors that are open at the first row").isPositive();
        cursors.clear();
        exports.beneficiaries(enrolled.supplier(), Couloir.HOP, line -> cursors.add(0));
        assertThat(cursors).isNotEmpty();
    }

    /** The cursors of this transaction's connection, beside the one that reads this. */
    private int open() {
        return jdbc.sql("select count(*) from pg_cursors where statement not like '%pg_cursors%'")
                .query(Integer.class)
                .single();
    }
}
