package org.navette.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;
import org.navette.files.ContentUnavailable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What no page of any espace can answer, and which status says so. */
@RestControllerAdvice
class Failures {

    /** Somebody else's, or nothing at all: the answer does not tell which. */
    @ExceptionHandler
    void notFound(NoSuchElementException e, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler
    void gone(ContentUnavailable e, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_GONE);
    }

    // an upload that cannot be read fails before any controller is chosen, and is answered here: the error page would
    // have it read once more, and fail again

    @ExceptionHandler
    ResponseEntity<Map<String, String>> tooLarge(MaxUploadSizeExceededException e) {
        return ErrorPage.answer(HttpStatus.PAYLOAD_TOO_LARGE);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unreadable(MultipartException e) {
        return ErrorPage.answer(diskIsFull(e) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_REQUEST);
    }

    /** What is sent goes through temporary files; the system's sentence is the only sign that there is no room. */
    private static boolean diskIsFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    && String.valueOf(cause.getMessage()).contains("No space left")) {
                return true;
            }
        }
        return false;
    }
}
