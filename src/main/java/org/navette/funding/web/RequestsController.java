package org.navette.funding.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.navette.directory.TypedPeriod;
import org.navette.funding.EnrolmentList;
import org.navette.funding.FundingSearch;
import org.navette.funding.FundingSearch.Criteria;
import org.navette.funding.FundingSearch.Found;
import org.navette.funding.FundingSearch.Row;
import org.navette.funding.PaymentState;
import org.navette.funding.RequestType;
import org.navette.funding.Supplier;
import org.navette.portal.ColumnTable;
import org.navette.portal.ColumnTable.Column;
import org.navette.portal.Euros;
import org.navette.portal.Formats;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The supplier's requests for funding: the guide's criteria and ten columns (FUND-19). */
@Controller("fundingRequests")
class RequestsController {

    /** A number, or three and more characters of one. */
    private static final Pattern PART = Pattern.compile("[A-Z0-9]{3,14}");

    private static final List<String> CRITERIA =
            List.of("numero", "type", "statut", "paiement", "logiciel", "du", "au");

    private final FundingSearch search;
    private final EnrolmentList enrolments;
    private final Words words;
    private final Formats formats;

    RequestsController(FundingSearch search, EnrolmentList enrolments, Words words, Formats formats) {
        this.search = search;
        this.enrolments = enrolments;
        this.words = words;
        this.formats = formats;
    }

    /**
     * The form as it was sent; whatever a list does not offer counts as not chosen.
     *
     * @param logiciel types of software
     */
    record Typed(
            @Nullable String numero,
            @Nullable String type,
            @Nullable String statut,
            @Nullable String paiement,
            @Nullable List<String> logiciel,
            @Nullable String du,
            @Nullable String au) {

        Typed {
            numero = numero == null ? "" : numero;
            type = type == null ? "" : type;
            statut = statut == null ? "" : statut;
            paiement = paiement == null ? "" : paiement;
            logiciel = logiciel == null ? List.of() : List.copyOf(logiciel);
            du = du == null ? "" : du;
            au = au == null ? "" : au;
        }

        /** The two days, for the fragment that shows them. */
        public Map<String, String> days() {
            return Map.of("du", du, "au", au);
        }
    }

    @GetMapping(Paths.REQUESTS)
    ModelAndView list(Supplier supplier, Typed typed, HttpServletRequest request) {
        TypedPeriod period = new TypedPeriod(typed.du(), typed.au());
        Map<String, String> errors = new LinkedHashMap<>();
        String number = part(typed.numero());
        if (!number.isEmpty() && !PART.matcher(number).matches()) {
            errors.put("numero", words.of("funding.requests.number"));
        }
        errors.putAll(DepositDays.errors(period));
        Map<String, String> statuses = search.statuses();
        List<String> softwareTypes = enrolments.softwareTypes(supplier);
        LocalDate from = DepositDays.first(period, errors);
        Criteria criteria = new Criteria(
                number,
                RequestType.of(typed.type()).orElse(null),
                statuses.containsKey(typed.statut()) ? typed.statut() : "",
                payment(typed.paiement()),
                softwareTypes.stream().filter(typed.logiciel()::contains).toList(),
                from,
                from == null ? null : period.lastDay());
        Found found = errors.isEmpty() ? search.search(supplier, criteria) : new Found(List.of(), false);
        var page = new ModelAndView("funding/requests");
        page.addObject("supplier", supplier);
        page.addObject("found", found);
        page.addObject("table", ColumnTable.of(request, CRITERIA, columns(supplier), found.rows()));
        page.addObject("criteria", criteria);
        page.addObject("typed", typed);
        page.addObject("errors", errors);
        page.addObject("types", RequestType.values());
        page.addObject("statuses", statuses);
        page.addObject("payments", PaymentState.values());
        page.addObject("softwareTypes", softwareTypes);
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    /** Numbers to choose from while one is being typed; none before the third character. */
    @GetMapping(Paths.REQUESTS + "/numeros")
    ModelAndView numbers(Supplier supplier, @RequestParam(defaultValue = "") String numero) {
        String number = part(numero);
        return new ModelAndView(
                "funding/requests :: numbers",
                Map.of("numbers", PART.matcher(number).matches() ? search.numbers(supplier, number) : List.of()));
    }

    private static String part(String typed) {
        return typed.replaceAll("[\\s\u00a0]+", "").toUpperCase(Locale.ROOT);
    }

    private static @Nullable PaymentState payment(String name) {
        return Arrays.stream(PaymentState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private List<Column<Row>> columns(Supplier supplier) {
        return List.of(
                Column.words("numero", "Numéro de dossier", Row::number),
                Column.words("type", "Type", row -> row.type().label()),
                Column.words("editeur", "Numéro éditeur", Row::editorNumber),
                Column.words("logiciel", "Logiciel", Row::softwareType),
                Column.by("depot", "Date de dépôt", row -> formats.day(row.createdAt()), Row::createdAt),
                Column.words("statut", "Statut", Row::status),
                Column.words(
                        "paiement", "État de paiement", row -> row.payment().label()),
                Column.words("societe", "Dénomination sociale", row -> supplier.name()),
                Column.by("montant", "Montant Ségur déclaré HT", row -> Euros.of(row.declared()), Row::declared));
    }
}
