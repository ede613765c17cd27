package org.navette.procedures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.RequestTraces;
import org.navette.forms.Block;
import org.navette.forms.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a request of the espace has left everywhere. */
@Component
public class ProcedureTraces extends RequestTraces {

    private final ProcedureRows rows;
    private final JdbcClient jdbc;

    ProcedureTraces(ProcedureRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** The request's own part as it stands. */
    public ProcedureRequest own(String number) {
        return rows.get(id(number));
    }

    /** The company, or the newcomer, that the request belongs to. */
    public UUID structure(String number) {
        return jdbc.sql("select structure_id from request where number = ?")
                .param(number)
                .query(UUID.class)
                .single();
    }

    /** How many earlier contents are kept. */
    public int revisions(String number) {
        return jdbc.sql("select count(*) from procedure_revision where request_id = ?")
                .param(id(number))
                .query(Integer.class)
                .single();
    }

    /** How many decisions of tables are kept with the request. */
    public int reasons(String number) {
        return jdbc.sql("select count(*) from request_decision where request_id = ?")
                .param(id(number))
                .query(Integer.class)
                .single();
    }

    /** How many warnings about drafts were written to this address. */
    public long draftWarnings(String email) {
        return jdbc.sql("select count(*) from mail_outbox where recipient = ? and template = 'companies/draft-warning'")
                .param(email)
                .query(Long.class)
                .single();
    }

    /** Everything that an action could have changed, to compare before and after. */
    public Map<String, Object> everything(String number) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("own", own(number));
        all.put("revisions", revisions(number));
        all.put("status", status(number));
        all.put("statusAt", statusAt(number));
        all.put("timeline", timeline(number));
        all.put("thread", thread(number));
        all.put("files", files(number));
        all.put("mails", letters(number));
        all.put("tasks", tasks(number));
        all.put("instances", instances(number));
        return all;
    }

    /** The lines of blocks as "label: text, text", to be looked at in tests. */
    public static List<String> texts(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block.lines().stream())
                .map(ProcedureTraces::text)
                .toList();
    }

    /** A line as "label: text, text". */
    public static String text(Line line) {
        return line.label() + ": " + String.join(", ", line.texts());
    }
}
