package org.navette.engine.rehearsal;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deployed versions of diagrams, tables and forms, with their files. */
@Component
class Definitions {

    private static final String ALL =
            """
            select * from (
                select 'PROCESS' as kind, id_, key_, version_, resource_name_, deployment_id_ from act_re_procdef
                union all
                select 'TABLE', id_, key_, version_, resource_name_, deployment_id_ from act_re_decision_def
                union all
                select 'FORM', id_, key_, version_, resource_name_, deployment_id_ from act_re_camformdef
            ) as definitions
            """;

    private final JdbcClient jdbc;

    Definitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A deployed version.
     *
     * @param id the definition's
     * @param file the bare name of its file
     */
    record Definition(Report.Kind kind, String id, String key, int version, String file, String deployment) {}

    /** The version in force of what a file holds, found by the file's name. */
    Optional<Definition> inForce(String file) {
        return query("where resource_name_ = ? order by version_ desc, key_ limit 1", file)
                .findFirst();
    }

    /** The version in force of what has this key. */
    Optional<Definition> inForce(Report.Kind kind, String key) {
        return query("where kind = ? and key_ = ? order by version_ desc limit 1", kind.name(), key)
                .findFirst();
    }

    /** A version by its number. */
    Optional<Definition> find(Report.Kind kind, String key, int version) {
        return query("where kind = ? and key_ = ? and version_ = ?", kind.name(), key, version)
                .findFirst();
    }

    /** What a deployment holds, by file and key. */
    List<Definition> deployed(String deployment) {
        return query("where deployment_id_ = ? order by resource_name_, key_", deployment)
                .toList();
    }

    /** The version before this one. */
    Optional<Definition> before(Definition later) {
        return query(
                        "where kind = ? and key_ = ? and version_ < ? order by version_ desc limit 1",
                        later.kind().name(),
                        later.key(),
                        later.version())
                .findFirst();
    }

    /** All versions of a diagram but this one, the latest first. */
    List<Definition> others(Definition process) {
        return query(
                        "where kind = 'PROCESS' and key_ = ? and id_ <> ? order by version_ desc",
                        process.key(),
                        process.id())
                .toList();
    }

    /** The file of a version, as it was deployed. */
    byte[] content(Definition definition) {
        return jdbc.sql("select bytes_ from act_ge_bytearray where deployment_id_ = ? and name_ = ?")
                .params(definition.deployment(), definition.file())
                .query(byte[].class)
                .single();
    }

    private java.util.stream.Stream<Definition> query(String where, Object... params) {
        return jdbc
                .sql(ALL + where)
                .params(params)
                .query((row, i) -> new Definition(
                        Report.Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getString(6)))
                .list()
                .stream();
    }
}
