package org.navette.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    @Autowired
    List<PersonalData> persons;

    @Test
    @DisplayName(
            "COMM-05 every espace says what it knows of persons, and for each kind of its requests whom it finds in it")
    void everyPerson() {
        Map<String, Set<String>> found = persons.stream()
                .collect(Collectors.toMap(
                        PersonalData::espace, espace -> espace.reach().keySet()));
        for (Retained espace : retained) {
            // what persons ask the data officer for names nobody
            if (!espace.espace().equals(Retained.COMMON)) {
                assertThat(found.get(espace.espace()))
                        .as("the bean PersonalData of " + espace.espace())
                        .isEqualTo(
                                espace.kinds().stream().map(Retained.Kind::code).collect(Collectors.toSet()));
            }
        }
        // exports lay each kind out as its dossier does
        assertThat(sources.stream().map(DossierSource::espace).toList())
                .containsAll(retained.stream()
                        .flatMap(espace -> espace.kinds().stream())
                        .map(Retained.Kind::code)
                        .toList());
    }

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
