package org.navette.accounts.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign of life that keeps a session. */
class KeepAlive {

    static final String PATH = "/session";

    @GetMapping(PATH)
    ResponseEntity<Void> keepAlive() {
        return ResponseEntity.noContent().build();
    }
}
