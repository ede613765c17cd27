package org.navette.funding.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.navette.directory.Software;
import org.navette.funding.FileParameters;
import org.navette.funding.RequestType;

/** What is typed beside a file. */
record SimulationForm(String type, String ansNumber, String vatRate) {

    static final SimulationForm EMPTY = new SimulationForm("", "", "");

    SimulationForm {
        type = type == null ? "" : type;
        ansNumber = ansNumber == null ? "" : ansNumber.strip();
        vatRate = vatRate == null ? "" : vatRate;
    }

    /** What is wrong, by field, in the order of the page. */
    Map<String, String> errors(Optional<Software> software, List<BigDecimal> vatRates) {
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
