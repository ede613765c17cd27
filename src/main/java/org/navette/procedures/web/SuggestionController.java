package org.navette.procedures.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Companies;
import org.navette.directory.Company;
import org.navette.directory.Siret;
import org.navette.directory.Suggestion;
import org.navette.procedures.Office;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Help with typing (PROC-08): what is known of a SIRET, as answers to the steps' forms. */
@RestController
class SuggestionController {

    private final Companies companies;

    SuggestionController(Companies companies) {
        this.companies = companies;
    }

    /**
     * Answers by field key; none when nobody knows the SIRET, or it is another company's of our directory: the contacts of
     * others are nobody's to ask.
     */
    @GetMapping(Paths.PREFIX + "/annuaire")
    ResponseEntity<Map<String, String>> suggest(Office office, @RequestParam(defaultValue = "") String siret) {
        office.mustAct();
        Optional<Suggestion> found = companies
                .suggest(Siret.plain(siret))
                .filter(suggestion -> !suggestion.known() || isOwn(office.company(), suggestion.siren()));
        return ResponseEntity.ok(found.map(SuggestionController::answers).orElse(Map.of()));
    }

    private static boolean isOwn(@Nullable Company company, String siren) {
        return company != null && company.siren().equals(siren);
    }

    private static Map<String, String> answers(Suggestion suggestion) {
        Map<String, String> answers = new LinkedHashMap<>();
        put(answers, "companyName", suggestion.companyName());
        put(answers, "sign", suggestion.name());
        put(answers, "address", suggestion.address().line1());
        put(answers, "addressMore", suggestion.address().line2());
        put(answers, "postcode", suggestion.address().postcode());
        put(answers, "city", suggestion.address().city());
        put(answers, "email", suggestion.email());
        put(answers, "phone", suggestion.phone());
        put(answers, "opensOn", suggestion.openedOn());
        return answers;
    }

    private static void put(Map<String, String> answers, String key, @Nullable Object value) {
        String text = Objects.toString(value, "");
        if (!text.isEmpty()) {
            answers.put(key, text);
        }
    }
}
