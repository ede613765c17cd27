package org.navette.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.engine.IdentityData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("The organisms of the configuration")
class OrganismsAtStartTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Organisms organisms;

    @Test
    @DisplayName("COMM-11 are in the directory once, under their latest name; the others stay")
    void loaded() {
        long before = organisms.count();
        start("Caisse d'essai");
        start("Caisse d'essai, renommée");
        assertThat(organisms.findById("essai-conf").orElseThrow().name()).isEqualTo("Caisse d'essai, renommée");
        assertThat(organisms.count()).isEqualTo(before + 1);
        organisms.deleteById("essai-conf");
    }

    private void start(String name) {
        var data = new IdentityData(List.of(new IdentityData.Organism("essai-conf", name)), List.of());
        new OrganismsAtStart(data, jdbc).afterSingletonsInstantiated();
    }
}
