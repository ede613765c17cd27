package org.navette.providers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.navette.directory.Organism;
import org.navette.directory.Organisms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The establishments that are members, and who answers for each. */
@Component
@Transactional(readOnly = true)
public class Providers {

    /** The espace's code. */
    public static final String ESPACE = "providers";

    private final JdbcClient jdbc;
    private final Organisms organisms;
    private final Clock clock;
    private final String organism;

    Providers(
            JdbcClient jdbc,
            Organisms organisms,
            Clock clock,
            @Value("${navette.providers.organism}") String organism) {
        this.jdbc = jdbc;
        this.organisms = organisms;
        this.clock = clock;
        this.organism = organism;
    }

    /** Code of the organism that the espace files to. */
    public String organism() {
        return organism;
    }

    /** Its name, as papers bear it; its code while the directory does not know it. */
    String organismName() {
        return organisms.findById(organism).map(Organism::name).orElse(organism);
    }

    /** Who answers for an establishment; nothing when it is no member. */
    public Optional<Director> director(UUID establishment) {
        return jdbc.sql("select * from provider where id = ?")
                .param(establishment)
                .query(Providers::director)
                .optional();
    }

    /** Makes an establishment a member, or replaces what it has declared before. */
    @Transactional(propagation = Propagation.MANDATORY)
    void declare(UUID establishment, Director director) {
        jdbc.sql("insert into provider (id, last_name, first_name, practitioner_inpe, identity, email, gsm, since)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
                        + " last_name = excluded.last_name, first_name = excluded.first_name,"
                        + " practitioner_inpe = excluded.practitioner_inpe, identity = excluded.identity,"
                        + " email = excluded.email, gsm = excluded.gsm")
                .params(
                        establishment,
                        director.lastName(),
                        director.firstName(),
                        director.practitionerInpe(),
                        director.identity(),
                        director.email(),
                        director.gsm(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    private static Director director(ResultSet row, int index) throws SQLException {
        return new Director(
                row.getString("last_name"),
                row.getString("first_name"),
                row.getString("practitioner_inpe"),
                row.getString("identity"),
                row.getString("email"),
                row.getString("gsm"));
    }
}
