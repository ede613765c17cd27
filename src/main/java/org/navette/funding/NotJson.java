package org.navette.funding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in French where and why a text is no JSON. The parser's sentences are only looked at for what they name. */
final class NotJson {

    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.)'", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("Unrecognized token '([^']{1,40})");

    private NotJson() {}

    static void tell(JsonProcessingException e, Findings findings) {
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
        int column = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNr());
        String[] words = words(e);
        findings.error(
                "",
                line,
                French.say("Le fichier n'est pas du JSON : erreur ligne %d, colonne %d. ", line, column) + words[0],
                words[1]);
    }

    /** What is wrong, and what is expected. */
    private static String[] words(JsonProcessingException e) {
        String said = e.getOriginalMessage();
        Matcher character = CHARACTER.matcher(said);
        Matcher word = WORD.matcher(said);
        if (e instanceof JsonEOFException) {
            return both(
                    French.say("Le fichier s'arrête trop tôt."),
                    "Chaque accolade, crochet et guillemet ouvert doit être refermé.");
        }
        if (said.startsWith("Illegal unquoted character")) {
            return both(
                    "Un texte contient un saut de ligne, une tabulation ou un autre caractère de contrôle.",
                    "Un texte tient sur une ligne, entre guillemets droits.");
        }
        if (said.contains("Leading zero")) {
            return both(
                    "Un nombre commence par un zéro de trop.",
                    "Un numéro qui commence par 0 s'écrit entre guillemets droits.");
        }
        if (said.contains("escape")) {
            return both(
                    "Un texte contient une barre oblique inverse mal employée.",
                    "\\\\ pour une barre oblique inverse, \\\" pour un guillemet.");
        }
        if (word.find()) {
            return both(
                    French.say("« %s » ne se lit pas.", French.quote(word.group(1))),
                    "Les textes s'écrivent entre guillemets droits ; seuls true, false, null et les nombres s'en passent.");
        }
        if (character.find()) {
            return both(
                    French.say("Le caractère « %s » n'est pas attendu ici.", French.quote(character.group(1))),
                    "Regardez la virgule, le guillemet, l'accolade ou le crochet qui précède.");
        }
        return both("Ce qui est écrit à cet endroit ne se lit pas.", "Un fichier JSON, comme les exemples publiés.");
    }

    private static String[] both(String wrong, String expected) {
        return new String[] {French.say(wrong.replace("%", "%%")), French.say(expected.replace("%", "%%"))};
    }
}
