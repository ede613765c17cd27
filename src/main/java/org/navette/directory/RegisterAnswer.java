package org.navette.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the remote register answers for one establishment; {@code siret} and {@code companyName} are needed, the rest may
 * be missing or null, and other properties are ignored:
 *
 * <pre>{@code
 * {
 *   "siret": "99910001400017",
 *   "companyName": "Optique du Canal",
 *   "headOffice": true,
 *   "name": "Les Lunettes du quai",
 *   "address": {"line1": "12 quai de Valmy", "line2": "", "postcode": "75010", "city": "Paris"},
 *   "email": "contact@canal.example",
 *   "phone": "+33 1 99 00 12 34",
 *   "openedOn": "2019-04-01"
 * }
 * }</pre>
 *
 * A postcode or a phone that is none of France is left empty.
 */
final class RegisterAnswer {

    private static final int LONGEST_TEXT = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private RegisterAnswer() {}

    /** @throws IOException when it is no such answer, or is about another establishment */
    static Suggestion read(String siret, byte[] body) throws IOException {
        JsonNode answer = JSON.readTree(body);
        if (answer == null || !answer.isObject() || !siret.equals(text(answer, "siret"))) {
            throw new IOException("not an answer about this establishment");
        }
        String companyName = text(answer, "companyName");
        if (companyName.isEmpty()) {
            throw new IOException("no companyName");
        }
        JsonNode address = answer.path("address");
        String postcode = FrenchPostcode.plain(text(address, "postcode"));
        String phone = FrenchPhone.plain(text(answer, "phone"));
        return new Suggestion(
                Siret.siren(siret),
                companyName,
                siret,
                answer.path("headOffice").asBoolean(false),
                text(answer, "name"),
                new Establishment.Address(
                        text(address, "line1"),
                        text(address, "line2"),
                        FrenchPostcode.isValid(postcode) ? postcode : "",
                        text(address, "city")),
                text(answer, "email"),
                FrenchPhone.isValid(phone) ? phone : "",
                day(text(answer, "openedOn")),
                false);
    }

    private static String text(JsonNode object, String property) throws IOException {
        JsonNode value = object.path(property);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        String text = value.asText().strip();
        if (!value.isTextual() || text.length() > LONGEST_TEXT || !TypedText.isLine(text)) {
            throw new IOException(property + " is not a short text");
        }
        return text;
    }

    private static @Nullable LocalDate day(String text) throws IOException {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IOException("openedOn is no date", e);
        }
    }
}
