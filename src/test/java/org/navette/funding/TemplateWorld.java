package org.navette.funding;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.navette.directory.Couloir;
import org.navette.files.SamplePdf;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Suppliers that have templates of documents judged. */
@TestComponent
public class TemplateWorld {

    private final FundingWorld world;
    private final DocumentTemplates templates;
    private final JdbcClient jdbc;

    TemplateWorld(FundingWorld world, DocumentTemplates templates, JdbcClient jdbc) {
        this.world = world;
        this.templates = templates;
        this.jdbc = jdbc;
    }

    /** A supplier with a software of the second wave. */
    public Supplier supplier(Couloir couloir) {
        Supplier supplier = world.supplier();
        world.enrolled(supplier, couloir, 2);
        return supplier;
    }

    /** Imports a file that is like no other; returns its id. */
    public UUID take(Supplier supplier, String kind, String name) {
        TemplateKind known = templates.kinds(supplier).stream()
                .filter(each -> each.code().equals(kind))
                .findFirst()
                .orElseThrow();
        byte[] content = SamplePdf.with((pdf, page) ->
                pdf.getDocumentInformation().setTitle(UUID.randomUUID().toString()));
        return templates
                .take(supplier, known, name, new ByteArrayInputStream(content))
                .id();
    }

    /** Imports a file and sends it; returns its number. */
    public String send(Supplier supplier, String kind) {
        return templates
                .send(supplier, List.of(take(supplier, kind, "modele-turlututu.pdf")))
                .get(0);
    }

    /** How many templates a supplier has sent. */
    public int count(Supplier supplier) {
        return jdbc.sql("select count(*) from funding_template where supplier_id = ?")
                .param(supplier.id())
                .query(Integer.class)
                .single();
    }
}
