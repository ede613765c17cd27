package org.navette.directory;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the reference table of care establishments from the file {@code navette.directory.care-establishments} (CSV, its
 * columns are in {@code src/docs/care-establishments.md}) before the port opens; none when it is empty. A file with a wrong
 * line is not loaded: the log says which and why. Only establishments that the table lacks are added: what a membership has
 * corrected since is not undone.
 */
@Component
class CareEstablishmentsAtStart implements SmartInitializingSingleton {

    static final List<String> COLUMNS = List.of("inpe", "sector", "name", "ice", "cnss_id", "address", "city");

    private static final Logger LOG = LoggerFactory.getLogger(CareEstablishmentsAtStart.class);
    private static final String NAME = "établissements de soins";
    private static final int LARGEST_FILE = 20 * 1024 * 1024;
    private static final Set<String> SECTORS =
            Arrays.stream(CareEstablishment.Sector.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final CareEstablishments establishments;
    private final ResourceLoader resources;
    private final TransactionTemplate transaction;
    private final String location;

    CareEstablishmentsAtStart(
            CareEstablishments establishments,
            ResourceLoader resources,
            PlatformTransactionManager transactions,
            @Value("${navette.directory.care-establishments:}") String location) {
        this.establishments = establishments;
        this.resources = resources;
        this.transaction = new TransactionTemplate(transactions);
        this.location = location.strip();
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!location.isEmpty()) {
            load(location);
        }
    }

    /** Loads a file; says what happened in the log, and never fails because of what is in it. */
    void load(String file) {
        try {
            Map<String, CareEstablishment> all = read(file);
            transaction.executeWithoutResult(status -> all.values().forEach(establishments::addMissing));
            LOG.info("Annuaire : {} établissements de soins chargés", all.size());
        } catch (WrongLines e) {
            e.problems().forEach(problem -> LOG.error("Annuaire : {}", problem));
            LOG.error("Annuaire : rien n’a été chargé de {}", file);
        }
    }

    private Map<String, CareEstablishment> read(String file) throws WrongLines {
        WrongLines wrong = new WrongLines();
        Map<String, CareEstablishment> all = new LinkedHashMap<>();
        try (InputStream in = resources.getResource(file).getInputStream()) {
            new CsvLines(NAME, wrong).read(in.readNBytes(LARGEST_FILE), COLUMNS, line -> {
                CareEstablishment one = establishment(line);
                if (one != null && all.putIfAbsent(one.inpe(), one) != null) {
                    line.refuse("l’INPE " + one.inpe() + " est déjà sur une autre ligne");
                }
            });
        } catch (IOException e) {
            wrong.add(NAME, 0, "le fichier ne peut pas être lu");
        }
        if (!wrong.problems().isEmpty()) {
            throw wrong;
        }
        return all;
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
