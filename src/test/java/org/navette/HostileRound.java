package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Types hostile texts into all forms of an espace as those who may, works on the tasks that come of it, then reads all that
 * the application shows and sends.
 */
final class HostileRound {

    /** Lines of lists that are opened when all is read again. */
    private static final int OF_ONE_ROUTE = 45;

    private final RouteQuestions<?> espace;
    private final HarmlessPages pages = new HarmlessPages();
    private final List<String> wrong = new ArrayList<>();

    HostileRound(RouteQuestions<?> espace) {
        this.espace = espace;
    }

    void run() {
        HarmlessMails mails = new HarmlessMails(espace.application.getBean(SentLetters.class), espace.jdbc);
        Map<Browser, List<String>> owners = owners();
        Map<String, Browser> agents = new LinkedHashMap<>();
        HostileForms forms = new HostileForms(espace.right());
        HostileTasks tasks = new HostileTasks(
                espace.jdbc, organism -> agents.computeIfAbsent(organism, espace::agentOf), pages, espace.right());
        Set<String> openBefore = tasks.open();
        try {
            PageWalk fill = new PageWalk(espace.toRead(), 12, forms);
            owners.forEach(fill::open);
            wrong.addAll(fill.wrong());
            wrong.addAll(tasks.work(openBefore));
            // what was taken in charge is now to be answered
            wrong.addAll(tasks.work(openBefore));
            PageWalk read = new PageWalk(espace.toRead(), OF_ONE_ROUTE, pages);
            owners.forEach(read::open);
            wrong.addAll(read.wrong());
            mails.send();
            wrong.addAll(mails.wrong());
            mails.addTo(pages);
        } finally {
            cleanUp();
        }
        assertThat(wrong).isEmpty();
        assertThat(forms.kept()).as("fields that keep what they are given").containsAll(espace.keeps());
        assertThat(tasks.answered()).as("tasks that were answered").containsAll(espace.answers());
        assertThat(FrozenStatements.of(espace.getClass()).tooDear(forms.dearest()))
                .as("what is sent costs no more statements than told")
                .isEmpty();
        // elsewhere a draft keeps the last text alone, and a login is shown to nobody
        assertThat(pages.shown())
                .as("what was kept is read somewhere")
                .containsAll(espace.answers().isEmpty() ? Set.of() : forms.texts());
    }

    private Map<Browser, List<String>> owners() {
        Map<Browser, List<String>> owners = new LinkedHashMap<>();
        espace.owners()
                .forEach((browser, more) -> owners.put(
                        browser,
                        Stream.concat(
                                        more.stream(),
                                        espace.toRead().stream().map(route -> espace.path(route.split(" ")[1])))
                                .toList()));
        return owners;
    }

    /** What every request of an organism shows would be in the way of other tests. */
    private void cleanUp() {
        String texts = " where body like '%xqz%' or title like '%xqz%' or title ~ '^[=+@-]'";
        espace.jdbc.sql("delete from canned_answer" + texts).update();
        espace.jdbc.sql("delete from news" + texts).update();
    }
}
