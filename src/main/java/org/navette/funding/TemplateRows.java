package org.navette.funding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Couloir;
import org.navette.engine.Phase;
import org.navette.funding.DocumentTemplates.Past;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The own part of templates of documents; the caller holds the request's row when it writes. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class TemplateRows {

    private final JdbcClient jdbc;

    TemplateRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DocumentTemplate template) {
        jdbc.sql("insert into funding_template (id, supplier_id, couloir, kind, label, file_id, file_name)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        template.id(),
                        template.supplier(),
                        template.kind().couloir().name(),
                        template.kind().code(),
                        template.kind().label(),
                        template.file(),
                        template.fileName())
                .update();
    }

    DocumentTemplate get(long id) {
        return jdbc.sql("select * from funding_template where id = ?")
                .param(id)
                .query(TemplateRows::template)
                .single();
    }

    /** A template of a supplier, a withdrawn one too. */
    Optional<DocumentTemplate> find(UUID supplier, String number) {
        return jdbc.sql("select t.* from funding_template t join request r on r.id = t.id"
                        + " where r.number = ? and t.supplier_id = ?")
                .params(number, supplier)
                .query(TemplateRows::template)
                .optional();
    }

    /** The number of the template that a supplier has sent a file as. */
    Optional<String> number(UUID supplier, UUID file) {
        return jdbc.sql("select r.number from funding_template t join request r on r.id = t.id"
                        + " where t.file_id = ? and t.supplier_id = ?")
                .params(file, supplier)
                .query(String.class)
                .optional();
    }

    void remark(long id, @Nullable String remark) {
        jdbc.sql("update funding_template set remark = ? where id = ?")
                .params(remark, id)
                .update();
    }

    /** A supplier's templates, the latest first. */
    List<Past> past(UUID supplier, int most) {
        return jdbc.sql(
                        """
                        select r.number, r.created_at, t.label, t.file_name, r.phase, r.status_code, r.status_label,
                            t.remark
                        from funding_template t join request r on r.id = t.id
                        where t.supplier_id = ? order by t.id desc limit ?""")
                .params(supplier, most)
                .query(TemplateRows::past)
                .list();
    }

    private static Past past(ResultSet row, int index) throws SQLException {
        // its instance was deleted: whatever that is called elsewhere, nobody judges this template any more
        boolean withdrawn = Phase.CANCELLED.name().equals(row.getString("phase"));
        return new Past(
                row.getString("number"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("label"),
                row.getString("file_name"),
                withdrawn ? "cancelled" : row.getString("status_code"),
                withdrawn ? "Retiré" : row.getString("status_label"),
                row.getString("remark"));
    }

    private static DocumentTemplate template(ResultSet row, int index) throws SQLException {
        return new DocumentTemplate(
                row.getLong("id"),
                row.getObject("supplier_id", UUID.class),
                new TemplateKind(
                        Couloir.valueOf(row.getString("couloir")), row.getString("kind"), row.getString("label")),
                row.getObject("file_id", UUID.class),
                row.getString("file_name"),
                row.getString("remark"));
    }
}
