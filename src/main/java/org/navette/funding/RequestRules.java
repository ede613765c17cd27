package org.navette.funding;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.navette.directory.Software;
import org.navette.funding.DeclaredFile.DeclaredRequest;

/** Dates and numbers of requests. */
final class RequestRules {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    private RequestRules() {}

    /** The order is of the time for which the software is referenced, and not of tomorrow. */
    static void orderDate(DeclaredFile file, FileRule.Context context, Findings findings) {
        for (DeclaredRequest request : file.requests()) {
            request.text("dateCommande").ifPresent(text -> {
                try {
                    orderDate(request, LocalDate.parse(text), context, findings);
                } catch (DateTimeParseException e) {
                    // told by the schema
                }
            });
        }
    }

    private static void orderDate(
            DeclaredRequest request, LocalDate date, FileRule.Context context, Findings findings) {
        Software software = context.software();
        String pointer = request.pointer("dateCommande");
        String period = French.say(
                "Une date du %s au %s, qui n'est pas future.",
                DAY.format(software.effectiveOn()), DAY.format(software.deadline()));
        if (date.isBefore(software.effectiveOn())) {
            findings.error(
                    pointer,
                    French.say(
                            "La commande du %s précède la prise d'effet du référencement, le %s.",
                            DAY.format(date), DAY.format(software.effectiveOn())),
                    period);
        } else if (date.isAfter(software.deadline())) {
            findings.error(
                    pointer,
                    French.say(
                            "La commande du %s suit la date limite du référencement, le %s.",
                            DAY.format(date), DAY.format(software.deadline())),
                    period);
        } else if (date.isAfter(context.today())) {
            findings.error(pointer, French.say("La commande du %s est dans le futur.", DAY.format(date)), period);
        }
    }

    /** No number is given to two requests of the file, be it in another case: file names would not tell them apart. */
    static void editorNumbers(DeclaredFile file, FileRule.Context context, Findings findings) {
        twice(
                file,
                "numeroEditeur",
                number -> number.toLowerCase(Locale.ROOT),
                "Un numéro différent pour chaque demande.",
                findings);
    }

    /** No advance has two balances, and each is of the software's couloir. */
    static void advanceNumbers(DeclaredFile file, FileRule.Context context, Findings findings) {
        twice(
                file,
                "numeroDossierAvance",
                RequestRules::dossier,
                "Un dossier d'avance différent pour chaque solde.",
                findings);
        String couloir = context.software().couloir().name();
        for (DeclaredRequest request : file.requests()) {
            request.text("numeroDossierAvance")
                    .filter(number -> number.matches("FIN[A-Z0-9]{3}[0-9]{6}(?:M0)?"))
                    .filter(number -> !number.startsWith(couloir, 3))
                    .ifPresent(number -> findings.error(
                            request.pointer("numeroDossierAvance"),
                            French.say(
                                    "Le dossier « %s » n'est pas du couloir %s, celui du logiciel « %s ».",
                                    number, couloir, context.software().ansNumber()),
                            French.say("Un numéro qui commence par FIN%s.", couloir)));
        }
    }

    /** A dossier's number without the mark of its advance. */
    static String dossier(String number) {
        return number.endsWith("M0") ? number.substring(0, number.length() - 2) : number;
    }

    private static void twice(
            DeclaredFile file, String property, Function<String, String> key, String expected, Findings findings) {
        Map<String, DeclaredRequest> seen = new HashMap<>();
        for (DeclaredRequest request : file.requests()) {
            request.text(property).ifPresent(value -> {
                DeclaredRequest first = seen.putIfAbsent(key.apply(value), request);
                if (first != null) {
                    findings.error(
                            request.pointer(property),
                            French.say(
                                    "« %s » est déjà, dans ce fichier, celui de la demande %d. Reçu : « %s ».",
                                    property, first.rank(), French.quote(value)),
                            expected);
                }
            });
        }
    }

    /** All of them. */
    static List<FileRule> all() {
        return List.of(RequestRules::orderDate, RequestRules::editorNumbers, RequestRules::advanceNumbers);
    }
}
