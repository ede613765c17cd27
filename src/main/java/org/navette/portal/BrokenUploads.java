package org.navette.portal;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Uploads that cannot be read at all. They fail before any controller is chosen, and the error page cannot answer: its
 * request would be read once more, and fail again.
 */
@RestControllerAdvice
class BrokenUploads {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> tooLarge(MaxUploadSizeExceededException e) {
        return ErrorPage.answer(HttpStatus.PAYLOAD_TOO_LARGE);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> unreadable(MultipartException e) {
        return ErrorPage.answer(HttpStatus.BAD_REQUEST);
    }
}
