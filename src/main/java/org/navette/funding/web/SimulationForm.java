package org.navette.funding.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Software;
import org.navette.files.ShownName;
import org.navette.funding.FileCheck;
import org.navette.funding.FileParameters;
import org.navette.funding.RequestType;
import org.navette.portal.OversizedUploads;
import org.springframework.web.multipart.MultipartFile;

/** What is typed beside a file. */
record SimulationForm(String type, String ansNumber, String vatRate) {

    /** parameter of the page that an oversized file is sent away to */
    static final String TOO_LARGE = OversizedUploads.TOO_LARGE;

    /** the field of the file */
    static final String FILE = "file";

    private static final String LARGER = "Ce fichier dépasse 10\u00a0Mo. Choisissez un fichier plus petit.";

    static final SimulationForm EMPTY = new SimulationForm("", "", "");

    SimulationForm {
        type = type == null ? "" : type;
        ansNumber = ansNumber == null ? "" : ansNumber.strip();
        vatRate = vatRate == null ? "" : vatRate;
    }

    /** What is wrong, by field, in the order of the page. */
    private Map<String, String> errors(Optional<Software> software, List<BigDecimal> vatRates) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (RequestType.of(type).isEmpty()) {
            errors.put("type", "Choisissez le type de demande.");
        }
        if (ansNumber.isEmpty()) {
            errors.put("ansNumber", "Saisissez le numéro ANS du logiciel.");
        } else if (software.isEmpty()) {
            errors.put("ansNumber", "Ce numéro ANS n'est pas celui d'un logiciel référencé.");
        }
        if (rate(vatRates).isEmpty()) {
            errors.put("vatRate", "Choisissez le taux de TVA.");
        }
        return errors;
    }

    /** The same with what is wrong with the file. */
    Map<String, String> errors(Optional<Software> software, List<BigDecimal> vatRates, @Nullable MultipartFile file) {
        Map<String, String> errors = errors(software, vatRates);
        if (file == null || file.isEmpty()) {
            errors.put(FILE, "Choisissez un fichier JSON, qui ne soit pas vide.");
        } else if (file.getSize() > FileCheck.LARGEST) {
            errors.put(FILE, LARGER);
        }
        return errors;
    }

    /** What is told to who was sent away with an oversized file. */
    static Map<String, String> tooLarge() {
        return Map.of(FILE, LARGER);
    }

    /** The file's name; empty when the browser told none. */
    static String name(MultipartFile file) {
        return ShownName.of(file.getOriginalFilename(), "");
    }

    /** Once there are no errors. */
    FileParameters parameters(List<BigDecimal> vatRates) {
        return new FileParameters(
                RequestType.of(type).orElseThrow(), ansNumber, rate(vatRates).orElseThrow());
    }

    private Optional<BigDecimal> rate(List<BigDecimal> vatRates) {
        return vatRates.stream()
                .filter(rate -> rate.toPlainString().equals(vatRate))
                .findFirst();
    }
}
