package org.navette.local;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Shows what the application has sent on a machine without a mail server. */
@Controller
@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "local")
@RequestMapping("/local/courriels")
class LocalMailController {

    /** The mail's own styles and nothing else; its links open outside the sandbox. Ours alone may frame it. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'self';"
            + " sandbox allow-popups allow-popups-to-escape-sandbox";

    private final LocalMailbox mailbox;
    private final Clock clock;

    LocalMailController(LocalMailbox mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("mails", mailbox.mails());
        model.addAttribute("zone", clock.getZone());
        return "local/mails";
    }

    @GetMapping("/{number:\\d{1,9}}")
    String mail(@PathVariable int number, Model model) {
        model.addAttribute("mail", find(number));
        model.addAttribute("zone", clock.getZone());
        return "local/mail";
    }

    @GetMapping("/{number:\\d{1,9}}/html")
    ResponseEntity<String> html(@PathVariable int number) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("X-Content-Type-Options", "nosniff")
                .body(find(number).html());
    }

    @GetMapping("/{number:\\d{1,9}}/pieces/{place:\\d{1,3}}")
    ResponseEntity<byte[]> attachment(@PathVariable int number, @PathVariable int place) {
        LocalMail.Attachment found =
                mailbox.attachment(number, place).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(found.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(found.content());
    }

    private LocalMail find(int number) {
        return mailbox.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
