package org.navette.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The reference table of Moroccan care establishments. */
@Component
@Transactional(readOnly = true)
public class CareEstablishments {

    private final JdbcClient jdbc;

    CareEstablishments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param inpe nine digits, without blanks */
    public Optional<CareEstablishment> byInpe(String inpe) {
        return jdbc.sql("select * from care_establishment where inpe = ?")
                .param(inpe)
                .query(CareEstablishments::establishment)
                .optional();
    }

    /** Those of the numbers that the table has. @param inpes nine digits each, without blanks */
    public List<CareEstablishment> byInpes(Collection<String> inpes) {
        return jdbc.sql("select * from care_establishment where inpe = any(?)")
                .param(inpes.toArray(String[]::new))
                .query(CareEstablishments::establishment)
                .list();
    }

    public Optional<CareEstablishment> find(UUID id) {
        return jdbc.sql("select * from care_establishment where id = ?")
                .param(id)
                .query(CareEstablishments::establishment)
                .optional();
    }

    /** Writes an establishment, or what has changed of it; its INPE says which it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(CareEstablishment it) {
        jdbc.sql("insert into care_establishment (id, inpe, sector, name, ice, cnss_id, address, city)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (inpe) do update set sector = excluded.sector,"
                        + " name = excluded.name, ice = excluded.ice, cnss_id = excluded.cnss_id,"
                        + " address = excluded.address, city = excluded.city")
                .params(
                        it.id(),
                        it.inpe(),
                        it.sector().name(),
                        it.name(),
                        it.ice(),
                        it.cnssId(),
                        it.address(),
                        it.city())
                .update();
    }

    /** Writes an establishment that the table lacks; what it has of one already stays, agents may have corrected it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void addMissing(CareEstablishment it) {
        jdbc.sql("insert into care_establishment (id, inpe, sector, name, ice, cnss_id, address, city)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (inpe) do nothing")
                .params(
                        it.id(),
                        it.inpe(),
                        it.sector().name(),
                        it.name(),
                        it.ice(),
                        it.cnssId(),
                        it.address(),
                        it.city())
                .update();
    }

    private static CareEstablishment establishment(ResultSet row, int index) throws SQLException {
        return new CareEstablishment(
                row.getObject("id", UUID.class),
                row.getString("inpe"),
                CareEstablishment.Sector.valueOf(row.getString("sector")),
                row.getString("name"),
                row.getString("ice"),
                row.getString("cnss_id"),
                row.getString("address"),
                row.getString("city"));
    }
}
