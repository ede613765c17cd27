package org.navette.files;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The content of a file is gone, or its time is over; its name and date remain. Answered with 410. */
@ResponseStatus(HttpStatus.GONE)
public class ContentUnavailable extends RuntimeException {

    ContentUnavailable(String name) {
        super("Le contenu du fichier «\u00a0" + name + "\u00a0» n’est plus disponible.");
    }
}
