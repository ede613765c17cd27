package org.navette.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One calm page, or one sentence of JSON, for every error: no stack trace, no exception text. */
@Controller
@RequestMapping("${server.error.path:/error}")
class ErrorPage implements ErrorController {

    /** What scripts are told when the service cannot answer. */
    static final String UNAVAILABLE = sentence(Words.UNAVAILABLE);

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        HttpStatus status = status(request);
        Words words = Words.of(status);
        return new ModelAndView("error", Map.of("title", words.title, "text", words.text), status);
    }

    @RequestMapping
    ResponseEntity<Map<String, String>> json(HttpServletRequest request) {
        return answer(status(request));
    }

    /** The sentence of a status, for scripts. */
    static ResponseEntity<Map<String, String>> answer(HttpStatus status) {
        Words words = Words.of(status);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", sentence(words)));
    }

    private static String sentence(Words words) {
        return words.title + ". " + words.text;
    }

    private static HttpStatus status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        && HttpStatus.resolve(code) != null
                ? HttpStatus.valueOf(code)
                // the page itself was asked for
                : HttpStatus.NOT_FOUND;
    }

    private enum Words {
        NOT_FOUND("Page introuvable", "Cette adresse n'existe pas, ou elle ne vous est pas accessible."),
        FORBIDDEN("Accès refusé", "Cette page ne vous est pas accessible."),
        GONE("Fichier supprimé", "Le délai de téléchargement est écoulé : le contenu de ce fichier a été effacé."),
        TOO_LARGE("Envoi trop volumineux", "Réduisez la taille du fichier ou du texte, puis recommencez."),
        BAD_REQUEST("Demande incomprise", "Revenez à la page précédente et recommencez."),
        UNAVAILABLE(
                "Service momentanément indisponible",
                "Réessayez dans quelques minutes : ce qui vous a été confirmé est enregistré."),
        FAILED(
                "Une erreur s'est produite",
                "Elle a été enregistrée. Réessayez ; si elle se répète, prévenez votre organisme.");

        private final String title;
        private final String text;

        Words(String title, String text) {
            this.title = title;
            this.text = text;
        }

        private static Words of(HttpStatus status) {
            return switch (status) {
                case NOT_FOUND -> NOT_FOUND;
                case FORBIDDEN, UNAUTHORIZED -> FORBIDDEN;
                case GONE -> GONE;
                case PAYLOAD_TOO_LARGE -> TOO_LARGE;
                case SERVICE_UNAVAILABLE, TOO_MANY_REQUESTS -> UNAVAILABLE;
                default -> status.is5xxServerError() ? FAILED : BAD_REQUEST;
            };
        }
    }
}
