package org.navette.directory;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Loads the data files of companies from the folder {@code navette.directory.data} before the port opens; none when it is
 * empty. Files with a wrong line are not loaded: the log says which and why, in French, and the application starts with
 * what it had. Loads are counted in {@code navette.directory.load} by their result.
 */
@Component
class CompaniesAtStart implements SmartInitializingSingleton {

    static final String METER = "navette.directory.load";

    private static final Logger LOG = LoggerFactory.getLogger(CompaniesAtStart.class);

    private final CompanyLoad companies;
    private final ResourceLoader resources;
    private final MeterRegistry meters;
    private final String location;

    CompaniesAtStart(
            CompanyLoad companies,
            ResourceLoader resources,
            MeterRegistry meters,
            @Value("${navette.directory.data:}") String location) {
        this.companies = companies;
        this.resources = resources;
        this.meters = meters;
        this.location = location.strip();
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!location.isEmpty()) {
            load(location);
        }
    }

    /** Loads a folder; says what happened in the log, and never fails because of what is in the files. */
    void load(String folder) {
        try {
            CompanyData data = CompanyFileReader.read(resources, folder);
            Optional<Integer> kept = companies.load(data);
            kept.ifPresentOrElse(
                    count -> LOG.info(
                            "Annuaire : {} entreprises, {} établissements, {} responsables juridiques et {} responsables"
                                    + " techniques chargés ; {} gardés comme une demande acceptée les a changés",
                            data.names().size(),
                            data.establishments().size(),
                            data.legalCount(),
                            data.technicalCount(),
                            count),
                    () -> LOG.info("Annuaire : les fichiers n’ont pas changé depuis le dernier chargement"));
            count(kept.isPresent() ? "loaded" : "unchanged");
        } catch (WrongLines e) {
            e.problems().forEach(problem -> LOG.error("Annuaire : {}", problem));
            LOG.error("Annuaire : rien n’a été chargé de {}", folder);
            count("refused");
        }
    }

    private void count(String result) {
        meters.counter(METER, "result", result).increment();
    }
}
