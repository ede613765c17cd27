package org.navette.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.navette.Browser;
import org.navette.engine.web.AgentBrowser;
import org.navette.partners.PartnerWorld;

/**
 * People at work: partners deposit and agents take in charge and answer, over HTTP, until they are told to stop. Who
 * gets no answer does what people do: the same thing once more.
 */
final class Traffic implements AutoCloseable {

    private static final String DEPOSIT = "/partenaires/demandes/nouvelle/partners.case-review";
    private static final String ANSWERS =
            """
            {"reason": "c2s-study", "title": "MRS", "lastName": "TUTU", "firstName": "Joséphine",
             "birthDate": "1971-10-10", "birthPlace": "44", "phone": "07.00.00.00.00", "comment": "Pendant la panne"}""";
    private static final String FILTERS = AgentBrowser.ENGINE + "/filter?resourceType=Task&maxResults=2000";

    private final String organism;
    private final Ledger ledger;
    private final int[] ports;
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean over;

    /**
     * @param organism code of the organism that all deal with
     * @param ports that people go to in turn when one does not answer: the proxy's, or the nodes'
     */
    Traffic(String organism, Ledger ledger, int... ports) {
        this.organism = organism;
        this.ledger = ledger;
        this.ports = ports;
    }

    Traffic partners(List<String> logins) {
        logins.forEach(login -> start("partner " + login, new Partner(login)));
        return this;
    }

    Traffic agents(List<String> logins) {
        logins.forEach(login -> start("agent " + login, new Agent(login)));
        return this;
    }

    /** Waits until so many actions were acknowledged. */
    void acknowledged(int actions) throws InterruptedException {
        for (int i = 0; i < 3000 && ledger.acknowledged() < actions; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        if (ledger.acknowledged() < actions) {
            throw new AssertionError("people get nothing done: " + ledger);
        }
    }

    /** Everybody finishes what they do. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        for (Thread person : people) {
            person.join(TimeUnit.SECONDS.toMillis(120));
            if (person.isAlive()) {
                ledger.broken(person.getName() + " waits for ever");
            }
        }
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        people.add(thread);
        thread.start();
    }

    private interface Work {
        void run(int port) throws Exception;
    }

    /** Does it once more at the next door until it is done. */
    private void insist(Work work) {
        for (int i = 0; i < 600; i++) {
            try {
                work.run(ports[i % ports.length]);
                return;
            } catch (UncheckedIOException | IllegalStateException | NotDone e) {
                ledger.refused(e.getMessage().replaceAll("\\d{4,}", "…"));
                pause();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        ledger.broken(Thread.currentThread().getName() + " got nothing done in five minutes");
    }

    /** Between two things that people do: a node that starts needs the machine too. */
    private static void rest() {
        sleep(1500);
    }

    private static void pause() {
        sleep(500);
    }

    private static void sleep(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An answer that is none. */
    private static final class NotDone extends RuntimeException {
        NotDone(Object answer) {
            super(String.valueOf(answer));
        }
    }

    private final class Partner implements Runnable {

        private final String login;
        private Browser browser;
        private int at;

        Partner(String login) {
            this.login = login;
        }

        @Override
        public void run() {
            while (!over) {
                UUID submission = UUID.randomUUID();
                insist(port -> deposit(port, submission));
                rest();
            }
        }

        private void deposit(int port, UUID submission) {
            if (browser == null || at != port) {
                browser = new Browser(port);
                at = port;
                browser.follow(browser.signIn("/partenaires", login, PartnerWorld.PASSWORD));
                browser.get("/partenaires/organisme");
                browser.post("/partenaires/organisme", Map.of("organism", organism, "acknowledged", "true"));
            }
            var answer = browser.post(
                    DEPOSIT, Map.of("submission", submission.toString(), "answers", ANSWERS, "form", "", "files", ""));
            String location = answer.location();
            if (location == null || !location.endsWith("/confirmation")) {
                if (answer.status() < 500) {
                    // signed out, perhaps: begin anew
                    browser = null;
                }
                throw new NotDone(answer.status() + " " + answer.heading());
            }
            ledger.deposited(submission, location.split("/")[3]);
        }
    }

    private final class Agent implements Runnable {

        private final String login;
        private AgentBrowser browser;
        private String filter = "";
        private int at;

        Agent(String login) {
            this.login = login;
        }

        @Override
        public void run() {
            while (!over) {
                insist(this::work);
                rest();
            }
        }

        private void work(int port) {
            if (browser == null || at != port) {
                browser = AgentBrowser.signedIn(port, login, PartnerWorld.PASSWORD);
                at = port;
                for (var one : browser.json(browser.get(FILTERS))) {
                    if (one.get("name").asText().equals("Espace Partenaires")) {
                        filter = one.get("id").asText();
                    }
                }
            }
            for (var task : tasks("{\"unassigned\":true}", 3)) {
                handle(task.get("id").asText(), task.get("processInstanceId").asText());
            }
        }

        private JsonNode tasks(String query, int atMost) {
            var list = browser.post(
                    AgentBrowser.ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=" + atMost, query);
            if (list.statusCode() != 200) {
                if (list.statusCode() < 500) {
                    browser = null;
                }
                throw new NotDone("list of tasks: " + list.statusCode());
            }
            return browser.json(list);
        }

        private void handle(String task, String process) {
            if (!claimed(task) || !submit(task, "{\"variables\":{}}")) {
                return;
            }
            ledger.taken(process);
            String text = "Réponse " + UUID.randomUUID();
            for (var next : tasks("{\"processInstanceId\":\"" + process + "\"}", 1)) {
                if (submit(next.get("id").asText(), "{\"variables\":{\"answer\":{\"value\":\"" + text + "\"}}}")) {
                    ledger.answered(process, text);
                }
            }
        }

        private boolean claimed(String task) {
            int status = browser.post(
                            AgentBrowser.ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + login + "\"}")
                    .statusCode();
            // a colleague was quicker
            return status != 400 && status != 409 && done("claim", status);
        }

        private boolean submit(String task, String variables) {
            return done(
                    "completion",
                    browser.post(AgentBrowser.ENGINE + "/task/" + task + "/submit-form", variables)
                            .statusCode());
        }

        private boolean done(String what, int status) {
            if (status >= 300) {
                ledger.refused(what + ": " + status);
            }
            return status < 300;
        }
    }
}
