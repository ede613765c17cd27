package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is shown and sent of requests that hold {@link HostileTexts}: nothing of them lives, and they are all there. */
final class HostileReading {

    private static final String REST = "/camunda/api/engine/engine/default/task/";

    private final HarmlessMails mails;
    private final Map<String, List<List<String>>> expected = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    /** Mails that were written before are left alone. */
    HostileReading(ApplicationContext application) {
        mails = new HarmlessMails(application.getBean(SentLetters.class), application.getBean(JdbcClient.class));
    }

    /** Opens a page or a file, which holds each of these texts as it was typed. */
    Browser.Page reads(Browser browser, String path, Collection<String> texts) {
        Browser.Page page = browser.get(path);
        if (page.status() != 200) {
            wrong.add(path + " answers " + page.status());
            return page;
        }
        HarmlessPages pages = new HarmlessPages();
        pages.at(browser, path, page).forEach(error -> wrong.add(path + ": " + error));
        missing(path, pages, texts);
        return page;
    }

    /** The same for the answer to a form. */
    Browser.Page reads(Browser.Page page, Collection<String> texts) {
        HarmlessPages pages = new HarmlessPages();
        pages.html(page.body()).forEach(error -> wrong.add(page.path() + ": " + error));
        if (page.status() >= 500) {
            wrong.add(page.path() + " answers " + page.status());
        }
        missing(page.path(), pages, texts);
        return page;
    }

    /** Looks into a PDF that is not at an address of its own. */
    void prints(String where, byte[] pdf, Collection<String> texts) {
        HarmlessPages pages = new HarmlessPages();
        try {
            pages.pdf(new ByteArrayInputStream(pdf)).forEach(error -> wrong.add(where + ": " + error));
        } catch (IOException e) {
            wrong.add(where + " is no PDF");
        }
        missing(where, pages, texts);
    }

    private void missing(String where, HarmlessPages pages, Collection<String> texts) {
        texts.stream()
                .filter(text -> !pages.show(text))
                .forEach(text -> wrong.add("%s lacks: %.80s".formatted(where, text)));
    }

    /** Opens the dossier of a task, and what Tasklist is told of the task. */
    void dossier(Browser agent, String task, Collection<String> texts) {
        reads(agent, "/agents/dossiers/" + task, texts);
        reads(agent, REST + task, List.of());
    }

    /** A mail to an address holds all these texts, once {@link #end} has sent it. */
    void mailed(String address, String... texts) {
        expected.computeIfAbsent(address, key -> new ArrayList<>()).add(List.of(texts));
    }

    /** Sends the mails and reads them; fails when anything was wrong anywhere. */
    void end() {
        mails.send();
        wrong.addAll(mails.wrong());
        expected.forEach((address, all) -> all.stream()
                .filter(texts -> !mails.show(address, texts))
                .forEach(texts -> wrong.add("no mail to %s holds %.80s".formatted(address, texts))));
        assertThat(wrong).isEmpty();
    }
}
