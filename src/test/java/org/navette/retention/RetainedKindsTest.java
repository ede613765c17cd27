package org.navette.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.requests.DossierSource;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("COMM-05 What is kept for a time only")
class RetainedKindsTest {

    /** Batches and runs of money: they name nobody but agents, by login, and are accounting. */
    private static final List<String> NAMING_NOBODY =
            List.of("funding-decision", "funding-payment", "providers-payment");

    @Autowired
    List<Retained> retained;

    @Autowired
    List<DossierSource> sources;

    @Test
    @DisplayName("COMM-05 every kind of request that agents treat has an end")
    void everyKind() {
        List<String> ending = retained.stream()
                .flatMap(espace -> espace.kinds().stream())
                .map(Retained.Kind::code)
                .toList();
        assertThat(Stream.concat(ending.stream(), NAMING_NOBODY.stream()))
                .containsAll(sources.stream().map(DossierSource::espace).toList())
                .doesNotHaveDuplicates();
    }
}
