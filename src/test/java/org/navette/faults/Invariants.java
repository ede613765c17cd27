package org.navette.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of tables, engine and mail server whatever happened to them; the checker of every fault and drill. */
public final class Invariants {

    /** Root executions of the diagram that the traffic lives on. */
    private static final String LIVES = "act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
            + " where d.key_ = 'partner-request' and e.parent_id_ is null";

    private static final String OF_PROCESS = "act_hi_procinst h join request r on r.number = h.business_key_ ";

    /** What must not be found, by what it would mean. */
    private static final Map<String, String> NOTHING_OF = Map.ofEntries(
            Map.entry(
                    "open requests without exactly one process",
                    "select number from request where espace = 'partners' and phase not in ('CLOSED', 'CANCELLED')"
                            + " and (select count(*) from " + LIVES + " and e.business_key_ = number) <> 1"),
            Map.entry(
                    "processes without open request",
                    "select e.business_key_ from " + LIVES + " and not exists (select 1 from request where number ="
                            + " e.business_key_ and phase not in ('CLOSED', 'CANCELLED'))"),
            Map.entry(
                    "requests without the espace's row",
                    "select number from request r where espace = 'partners'"
                            + " and not exists (select 1 from partner_request p where p.id = r.id)"),
            Map.entry(
                    "requests whose story does not begin once",
                    "select number from request r where espace = 'partners' and (select count(*) from request_timeline t"
                            + " where t.request_id = r.id and t.kind = 'STATUS' and t.seq = 1) <> 1"),
            Map.entry(
                    "statuses reached twice",
                    "select number from request r join request_timeline t on t.request_id = r.id where espace ="
                            + " 'partners' and kind = 'STATUS' and t.label in ('Nouveau', 'Pris en charge', 'Résolu')"
                            + " group by number, t.label having count(*) > 1"),
            Map.entry(
                    "numbers with a gap",
                    "select c.scope || '/' || c.year from request_counter c where c.scope like 'partners:%' and"
                            + " (c.last <> (select count(*) from request r where r.number like"
                            + " lpad((c.year % 100)::text, 2, '0') || split_part(c.scope, ':', 2) || '%') or c.last <>"
                            + " (select max(right(r.number, 5)::int) from request r where r.number like"
                            + " lpad((c.year % 100)::text, 2, '0') || split_part(c.scope, ':', 2) || '%'))"),
            Map.entry("submissions of nothing", "select key::text from request_submission where request_id is null"),
            Map.entry(
                    "tasks without exactly one deadline",
                    "select t.id_ from act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_"
                            + " where d.key_ = 'partner-request' and (select count(*) from act_ru_job j"
                            + " where j.execution_id_ = t.execution_id_ and j.handler_type_ ="
                            + " 'timer-task-listener') <> 1 and t.due_date_ > now()"),
            Map.entry(
                    "exchanges without exactly one end",
                    "select e.id_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                            + " where d.key_ = 'partner-request' and e.act_id_ = 'Gateway_Exchange' and (select count(*)"
                            + " from act_ru_job j where j.process_instance_id_ = e.proc_inst_id_ and j.handler_type_ ="
                            + " 'timer-intermediate-transition') <> 1"),
            Map.entry(
                    "mails that nobody will send",
                    "select m.key from mail_outbox m where state in ('WAITING', 'SENDING') and not exists (select 1"
                            + " from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_ where d.key_ ="
                            + " 'send-mail' and e.business_key_ = m.id::text)"),
            Map.entry(
                    "files of nobody",
                    "select f.id::text from stored_file f where content_removed_at is null and not exists"
                            + " (select 1 from file_chunk c where c.file_id = f.id)"),
            Map.entry(
                    "files cut short",
                    "select f.id::text from stored_file f where content_removed_at is null and size <> (select"
                            + " sum(octet_length(content)) from file_chunk c where c.file_id = f.id)"),
            Map.entry(
                    "jobs that have given up without an incident",
                    "select j.id_ from act_ru_job j where retries_ = 0 and not exists (select 1 from act_ru_incident i"
                            + " where i.configuration_ = j.id_)"),
            Map.entry(
                    "jobs of requests that failed",
                    "select j.id_ || ' ' || coalesce(j.exception_msg_, '') from act_ru_job j where retries_ = 0 and"
                            + " not exists (select 1 from act_re_procdef d where d.id_ = j.process_def_id_ and d.key_ ="
                            + " 'send-mail')"));

    private final JdbcClient jdbc;

    public Invariants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is wrong in tables and engine, in words; nothing when all is well. */
    public List<String> violations() {
        List<String> found = new ArrayList<>();
        NOTHING_OF.forEach((what, query) -> {
            List<String> rows = jdbc.sql(query + " limit 5").query(String.class).list();
            if (!rows.isEmpty()) {
                found.add(what + ": " + rows);
            }
        });
        return found;
    }

    /** What is wrong beside what people were told. */
    List<String> violations(Ledger ledger) {
        List<String> found = new ArrayList<>(violations());
        found.addAll(ledger.broken());
        ledger.deposits().forEach((submission, number) -> {
            if (count(
                            "request r join request_submission s on s.request_id = r.id where s.key = ?::uuid and number = ?",
                            submission.toString(),
                            number)
                    != 1) {
                found.add("deposit " + number + " is lost or another form's");
            }
        });
        if (ledger.deposits().values().stream().distinct().count()
                != ledger.deposits().size()) {
            found.add("a number was given twice");
        }
        for (String process : ledger.taken()) {
            if (count(
                            OF_PROCESS + "join request_timeline t on r.id = t.request_id where h.proc_inst_id_ = ?"
                                    + " and t.label = 'Pris en charge'",
                            process)
                    != 1) {
                found.add("the request of process " + process + " was taken in charge, and is not once");
            }
        }
        ledger.answers().forEach((text, process) -> {
            if (count(
                            OF_PROCESS
                                    + "join request_message m on r.id = m.request_id where h.proc_inst_id_ = ? and body = ?",
                            process,
                            text)
                    != 1) {
                found.add("an answer to the request of process " + process + " is not there once");
            }
        });
        return found;
    }

    /**
     * What is wrong beside what a mail server took.
     *
     * @param taken message ids, each as often as it was taken
     */
    public List<String> mailViolations(List<String> taken) {
        Map<String, Integer> times = new HashMap<>();
        taken.forEach(id -> times.merge(id, 1, Integer::sum));
        List<String> found = new ArrayList<>();
        jdbc.sql("select message_id, state, possibly_twice, attempts from mail_outbox")
                .query((row, n) -> {
                    int arrived = times.getOrDefault(row.getString(1), 0);
                    times.remove(row.getString(1));
                    boolean sent = row.getString(2).equals("SENT");
                    if (sent && arrived == 0) {
                        found.add("mail " + row.getString(1) + " is called sent, and never arrived");
                    }
                    if (arrived > 1 && !row.getBoolean(3)) {
                        found.add("mail " + row.getString(1) + " arrived " + arrived + " times, and nothing says so");
                    }
                    return arrived;
                })
                .list();
        times.keySet().forEach(id -> found.add("mail " + id + " is in no outbox"));
        return found;
    }

    /** How many mails are not sent yet. */
    public long unsent() {
        return count("mail_outbox where state <> 'SENT'");
    }

    private long count(String rows, Object... parameters) {
        return jdbc.sql("select count(*) from " + rows)
                .params(parameters)
                .query(Long.class)
                .single();
    }
}
