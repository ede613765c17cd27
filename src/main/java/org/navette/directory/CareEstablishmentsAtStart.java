package org.navette.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Loads the reference table of care establishments from the file {@code navette.directory.care-establishments} (CSV, its
 * columns are in {@code src/docs/care-establishments.md}) before the port opens; none when it is empty. A file with a wrong
 * line is not loaded: the log says which and why. Only establishments that the table lacks are added: what a membership has
 * corrected since is not undone.
 */
@Component
class CareEstablishmentsAtStart implements SmartInitializingSingleton {

    static final List<String> COLUMNS = List.of("inpe", "sector", "name", "ice", "cnss_id", "address", "city");

    private static final Set<String> SECTORS =
            Arrays.stream(CareEstablishment.Sector.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private static final ReferenceFile.Kind<CareEstablishment> KIND = new ReferenceFile.Kind<>(
            "établissements de soins",
            COLUMNS,
            CareEstablishmentsAtStart::establishment,
            CareEstablishment::inpe,
            "l’INPE");

    private final CareEstablishments establishments;
    private final ReferenceFile reference;
    private final String location;

    CareEstablishmentsAtStart(
            CareEstablishments establishments,
            ReferenceFile reference,
            @Value("${navette.directory.care-establishments:}") String location) {
        this.establishments = establishments;
        this.reference = reference;
        this.location = location.strip();
    }

    @Override
    public void afterSingletonsInstantiated() {
        load(location);
    }

    void load(String file) {
        reference.load(file, KIND, establishments::addMissing);
    }

    private static @Nullable CareEstablishment establishment(CsvLines.Line line) {
        String inpe = line.checked("inpe", line.optional("inpe"), Inpe::isValid, "ne compte pas neuf chiffres");
        String sector =
                line.checked("sector", line.optional("sector"), SECTORS::contains, "n’est ni PRIVATE ni PUBLIC");
        String ice = line.checkedIfAny("ice", line.optional("ice"), Ice::isValid, "n’est pas un ICE");
        String name = line.required("name");
        String cnssId = line.optional("cnss_id");
        String address = line.optional("address");
        String city = line.optional("city");
        return line.isGood()
                ? new CareEstablishment(
                        UUID.randomUUID(),
                        inpe,
                        CareEstablishment.Sector.valueOf(sector),
                        name,
                        ice,
                        cnssId.isEmpty() ? null : cnssId,
                        address,
                        city)
                : null;
    }
}
