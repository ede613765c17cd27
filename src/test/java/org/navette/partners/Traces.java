package org.navette.partners;

import java.util.Map;
import org.navette.RequestTraces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a partner's request has left everywhere: its rows, its timeline, its thread, its files, its mails, the engine. */
@Component
public class Traces extends RequestTraces {

    private final JdbcClient jdbc;

    Traces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many questions the request counts. */
    public int rounds(String number) {
        return jdbc.sql("select rounds from partner_request join request using (id) where number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    /** The comment as it stands. */
    public String comment(String number) {
        return jdbc.sql("select answers ->> 'comment' from partner_request join request using (id) where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    /** Everything that an action could have changed, to compare before and after. */
    public Map<String, Object> everything(String number) {
        return Map.of(
                "status", status(number),
                "statusAt", statusAt(number),
                "rounds", rounds(number),
                "comment", comment(number),
                "timeline", timeline(number),
                "thread", thread(number),
                "files", files(number),
                "mails", letters(number),
                "tasks", tasks(number),
                "instances", instances(number));
    }
}
