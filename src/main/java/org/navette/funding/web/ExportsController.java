package org.navette.funding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Couloir;
import org.navette.exports.CsvFile;
import org.navette.funding.CouloirTerms;
import org.navette.funding.FundingExports;
import org.navette.funding.FundingExports.BeneficiaryLine;
import org.navette.funding.FundingExports.Line;
import org.navette.funding.Supplier;
import org.navette.portal.Formats;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Requests, and beneficiaries of one couloir, as files for spreadsheet programs (FUND-23). */
@Controller("fundingExportPages")
class ExportsController {

    private static final List<String> REQUEST = List.of(
            "Type",
            "Statut",
            "Date de changement de statut",
            "Logiciel",
            "Date de dépôt",
            "Date de commande",
            "N° éditeur",
            "Etat de paiement",
            "Date du paiement",
            "Montant déclaré SEGUR HT",
            "Montant payé (fonction du régime TVA)");

    private final FundingExports exports;
    private final Words words;
    private final Formats formats;

    ExportsController(FundingExports exports, Words words, Formats formats) {
        this.exports = exports;
        this.words = words;
        this.formats = formats;
    }

    @GetMapping(Paths.EXPORTS)
    ModelAndView choices() {
        return page(null);
    }

    @GetMapping(Paths.EXPORTS + "/demandes.csv")
    void requests(Supplier supplier, HttpServletResponse response) {
        CsvFile.write(
                response,
                "demandes.csv",
                titles("N° ASP"),
                file -> exports.requests(supplier, line -> file.row(cells(line))));
    }

    /** The file; the page again when no couloir is chosen, or none that there is. */
    @GetMapping(Paths.EXPORTS + "/beneficiaires.csv")
    @Nullable
    ModelAndView beneficiaries(
            Supplier supplier, @RequestParam(defaultValue = "") String couloir, HttpServletResponse response) {
        Optional<Couloir> chosen = Arrays.stream(Couloir.values())
                .filter(one -> one.name().equals(couloir))
                .findFirst();
        if (chosen.isEmpty()) {
            ModelAndView page = page(words.of("funding.exports.couloir"));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        List<String> titles = titles("N° de la demande");
        titles.addAll(List.of(
                "N° ANS",
                CouloirTerms.of(chosen.get()).identifier(),
                "Nom du client",
                "E-mail du client",
                "Téléphone du client",
                "Raison sociale client"));
        String name = "beneficiaires-" + chosen.get().name().toLowerCase(Locale.ROOT) + ".csv";
        CsvFile.write(
                response,
                name,
                titles,
                file -> exports.beneficiaries(supplier, chosen.get(), line -> file.row(cells(line))));
        return null;
    }

    private static ModelAndView page(@Nullable String error) {
        var page = new ModelAndView("funding/exports");
        page.addObject("couloirs", Couloir.values());
        page.addObject("error", error);
        return page;
    }

    private static List<String> titles(String number) {
        List<String> titles = new ArrayList<>(List.of(number));
        titles.addAll(REQUEST);
        return titles;
    }

    private List<String> cells(Line line) {
        return List.of(
                line.number(),
                line.type().label(),
                line.status(),
                formats.day(line.statusAt()),
                line.softwareType(),
                formats.day(line.createdAt()),
                formats.day(line.orderedOn()),
                line.editorNumber(),
                line.payment().label(),
                line.paidOn() == null ? "" : formats.day(line.paidOn()),
                amount(line.declared()),
                amount(line.paid()));
    }

    private List<String> cells(BeneficiaryLine line) {
        List<String> cells = new ArrayList<>(cells(line.request()));
        cells.addAll(List.of(
                line.ansNumber(),
                line.number(),
                line.name(),
                line.email(),
                line.phone(),
                Objects.requireNonNullElse(line.company(), "")));
        return cells;
    }

    /** {@code 1074,99}, which spreadsheet programs read as a number. */
    private static String amount(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.toPlainString().replace('.', ',');
    }
}
