package org.navette.funding.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The espace's legal pages. */
@Controller
class NoticeController {

    @GetMapping(Paths.PREFIX + "/accessibilite")
    String accessibility() {
        return "funding/accessibility";
    }

    @GetMapping(Paths.PREFIX + "/mentions-legales")
    String legal() {
        return "funding/legal";
    }
}
