package org.navette.bench;

import org.navette.partners.Desk;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two tables of requests in one database, one small and one large, that take turns in being {@code request}: so both
 * are measured again and again in one run, and neither profits from coming later.
 */
final class ManyRequests {

    static final int FEW = 1_000;
    static final int MANY = 100_000;

    private final JdbcClient jdbc;
    private boolean large;

    /** Fills both with requests of one structure to one organism. */
    ManyRequests(JdbcClient jdbc, Desk desk) {
        this.jdbc = jdbc;
        jdbc.sql("create table request_large (like request including all)").update();
        // what was deposited before is in both
        jdbc.sql("insert into request_large overriding system value select * from request")
                .update();
        jdbc.sql("select setval(pg_get_serial_sequence('request_large', 'id'), (select max(id) from request))")
                .query((row, index) -> 1)
                .list();
        fill("request", desk, 1, FEW);
        fill("request_large", desk, 1, MANY);
        jdbc.sql("vacuum analyze request").update();
        jdbc.sql("vacuum analyze request_large").update();
    }

    /** Makes the small or the large table the one that the application reads. */
    void use(boolean many) {
        if (many != large) {
            jdbc.sql("alter table request rename to request_" + (large ? "swapped_large" : "small"))
                    .update();
            jdbc.sql("alter table request_" + (large ? "small" : "large") + " rename to request")
                    .update();
            if (large) {
                jdbc.sql("alter table request_swapped_large rename to request_large")
                        .update();
            }
            large = many;
        }
    }

    /** Two years of requests: most are closed, a few are open; 200 family names, five subjects, the desk's author. */
    private void fill(String table, Desk desk, int from, int to) {
        jdbc.sql(
                        """
                        insert into %s (espace, number, organism_code, structure_id, author_id, author_name, subject,
                          person, status_code, status_label, phase, actions, status_at, created_at, resolved_at, search)
                        select 'partners', number, :organism, :structure, :author, author, subject, person,
                          code, label, phase, actions, created_at + interval '2 days', created_at,
                          case when phase in ('RESOLVED', 'CLOSED') then created_at + interval '2 days' end,
                          lower(number || coalesce(' ' || person, ''))
                        from (
                          select (98 + n / 100000) || :organism || lpad((n %% 100000)::text, 5, '0') as number, created_at,
                            (array['CHAUSSON Victor', 'MARTIN Alice', 'PETIT Jeanne'])[1 + n %% 3] as author,
                            (array['Contacter votre organisme d''assurance Maladie',
                              'Signaler une situation de difficulté d''accès aux droits et aux soins',
                              'Demander un rendez-vous pour un assuré',
                              'Soumettre une demande d''étude de dossier',
                              'Demander un document'])[1 + subject] as subject,
                            case when subject > 0 then 'Madame NOM' || chr(65 + n %% 20) || chr(65 + n / 20 %% 10)
                              || 'ELLE Prénom' || n %% 97 end as person,
                            (array['new', 'taken', 'resolved', 'message-sent', 'closed'])[state] as code,
                            (array['Nouveau', 'Pris en charge', 'Résolu', 'Message envoyé', 'Clôturé'])[state] as label,
                            (array['WITH_US', 'WITH_US', 'RESOLVED', 'WITH_US', 'CLOSED'])[state] as phase,
                            (array['complete,cancel', '', 'follow-up', '', ''])[state] as actions
                          from (
                            select n, n * 7 %% 5 as subject,
                              now() - (:to - n) * (interval '700 days' / :to) as created_at,
                              case when n %% 50 < 2 then 1 when n %% 50 < 5 then 2 when n %% 50 < 9 then 3
                                when n %% 50 < 10 then 4 else 5 end as state
                            from generate_series(:from, :to) n
                          ) facts
                        ) rows
                        """
                                .formatted(table))
                .param("organism", desk.organism().code())
                .param("structure", desk.structure().id())
                .param("author", desk.account())
                .param("from", from)
                .param("to", to)
                .update();
    }
}
