package org.navette.engine.web;

import static org.navette.engine.web.AgentBrowser.ENGINE;

import java.net.http.HttpResponse;
import org.navette.engine.TrialStart;

/** Tasklist's dialog, as the calls that it makes. */
record StartDialog(int port, TrialStart.Desk desk) {

    AgentBrowser agent() {
        return signedIn("start.agent");
    }

    AgentBrowser signedIn(String login) {
        return AgentBrowser.signedIn(port, login, TrialStart.PASSWORD);
    }

    /** Where the trial's latest version is. */
    String definition() {
        return ENGINE + "/process-definition/" + desk.definition();
    }

    HttpResponse<String> submit(AgentBrowser person, String body) {
        return person.post(definition() + "/submit-form", body);
    }

    /** Answers that the form accepts. */
    static String right(String reference, String comment) {
        return ("{\"variables\":{\"reference\":{\"value\":\"%s\"},\"siret\":{\"value\":\"%s\"},"
                        + "\"kind\":{\"value\":\"agreement\"},\"comment\":{\"value\":\"%s\"}}}")
                .formatted(reference, TrialStart.SIRET, comment);
    }

    static String message(AgentBrowser person, HttpResponse<String> answer) {
        return person.json(answer).get("message").asText();
    }
}
