package org.navette.requests;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ranks without gap or double: the row stays locked until the deposit commits, and goes back with it. */
@Component
class Counters {

    private final JdbcClient jdbc;

    Counters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the next rank.
     *
     * @throws NumbersExhausted when the last one is taken
     */
    int next(String scope, int year, int last) {
        int rank = jdbc.sql("insert into request_counter as c (scope, year, last) values (?, ?, 1)"
                        + " on conflict (scope, year) do update set last = c.last + 1 returning last")
                .params(scope, year)
                .query(Integer.class)
                .single();
        if (rank > last) {
            throw new NumbersExhausted(scope, year);
        }
        return rank;
    }
}
