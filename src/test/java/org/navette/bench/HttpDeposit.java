package org.navette.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.navette.Browser;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;

/** A deposit as a browser makes it: the form page is open, its two files are uploaded, then it is sent. */
final class HttpDeposit {

    static final String OFFER = "partners.case-review";
    static final String FORM = "/partenaires/demandes/nouvelle/" + OFFER;

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern DEFINITION = Pattern.compile("name=\"form\"[^>]*?value=\"([^\"]+)\"");

    private final Browser browser;
    private final String definition;
    private final String answers;

    HttpDeposit(PartnerWorld world, Desk desk, int port, ObjectMapper json) throws Exception {
        browser = world.browser(desk, port);
        Matcher shown = DEFINITION.matcher(browser.get(FORM).body());
        assertThat(shown.find()).as("the form page names its form").isTrue();
        definition = shown.group(1);
        answers = json.writeValueAsString(world.answers(OFFER));
    }

    Browser browser() {
        return browser;
    }

    /** Uploads two files to a new form. */
    Map<String, String> ready() {
        UUID submission = UUID.randomUUID();
        String files = upload(submission, "premier.csv") + "," + upload(submission, "second.csv");
        return Map.of("submission", submission.toString(), "form", definition, "answers", answers, "files", files);
    }

    /** Sends the form; ends when the redirect to the confirmation is there. */
    void send(Map<String, String> form) {
        var answer = browser.post(FORM, form);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).endsWith("/confirmation");
    }

    String upload(UUID submission, String name) {
        var answer = browser.upload(
                FORM + "/fichiers/" + submission,
                "file",
                name,
                "text/csv",
                ("nom;date\n" + name + ";2026-01-01\n").repeat(40).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        Matcher id = ID.matcher(answer.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }
}
