package org.navette;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Types {@link HostileTexts} into every text of every form of the pages that it is shown. Which texts there are, the pages
 * say. A curious text is sent again with a right value in the fields that refused it, so that the others keep it.
 */
final class HostileForms implements PageWalk.Look {

    private static final int ROUNDS = 4;

    /** How often a form is sent with curious texts. */
    private static final int TURNS = 10;

    /** What is sent and must be refused; that every field refuses all of them, the tests of forms and texts tell. */
    private static final List<String> REFUSED = List.of(
            HostileTexts.DECEIVING.get(0),
            HostileTexts.DECEIVING.get(2),
            HostileTexts.DECEIVING.get(5),
            HostileTexts.LINES.get(0),
            HostileTexts.ENDLESS);

    /** Pages that compare what is typed, and keep nothing. */
    private static final Pattern COMPARED = Pattern.compile(
            "GET /[a-z]+/(connexion|identifiant-oublie|mot-de-passe-oublie|reinitialisation|suivi|pec/droits) .*");

    private static final int UNPROCESSABLE = 422;

    private final Map<String, Object> right;
    private final Set<String> asked = new TreeSet<>();
    private final Set<String> kept = new TreeSet<>();
    private final Set<String> texts = new HashSet<>();
    private final Map<String, List<String>> dearest = new TreeMap<>();

    /**
     * @param right values for fields that take no hostile text, by name
     */
    HostileForms(Map<String, Object> right) {
        this.right = right;
    }

    @Override
    public List<String> at(Browser browser, String route, Browser.Page page) {
        boolean isPage = String.valueOf(page.header("Content-Type")).startsWith("text/html");
        if (page.status() != 200 || !isPage) {
            return page.status() >= 500 ? List.of("answers " + page.status()) : List.of();
        }
        List<String> wrong = new ArrayList<>();
        for (PageForm form : PageForm.of(page.body())) {
            if (form.has("data-navette-form")) {
                Schema schema = new Schema(form);
                if (asked.add(schema.name())) {
                    fill(
                            wrong,
                            schema.name(),
                            true,
                            (text, rounds) -> answers(browser, route, page.path(), text, rounds));
                }
            } else if (!form.texts().isEmpty() && asked.add(name(form, route))) {
                boolean stores =
                        form.isPosted() && !COMPARED.matcher(name(form, route)).matches();
                fill(
                        wrong,
                        name(form, route),
                        stores,
                        (text, rounds) -> fields(browser, route, page.path(), form.texts(), text, rounds));
            }
        }
        return wrong;
    }

    /** Sends one text; null when the form is gone. */
    private interface Sending {
        @Nullable
        Answer send(Function<String, String> texts, int rounds);
    }

    /** @param kept what was taken, by the names of the fields */
    private record Answer(Browser.Page page, Map<String, String> kept) {

        static Answer of(Browser.Page page, Set<String> hostile, Function<String, String> typed) {
            return new Answer(
                    page,
                    page.status() >= 400
                            ? Map.of()
                            : hostile.stream().collect(Collectors.toMap(field -> field, typed)));
        }
    }

    /** The texts that are refused come first: a form may be gone once it has been sent. */
    private void fill(List<String> wrong, String name, boolean stores, Sending sending) {
        for (String text : REFUSED) {
            Answer answer = sending.send(field -> text, 1);
            if (answer == null) {
                return;
            }
            check(wrong, name, text, answer);
            if (stores && HostileTexts.DECEIVING.contains(text)) {
                answer.kept().forEach((field, typed) -> wrong.add(said(name, text) + "taken as " + field));
            }
        }
        for (int turn = 0; turn < TURNS; turn++) {
            Answer answer = sending.send(new Turn(turn), ROUNDS);
            if (answer == null) {
                return;
            }
            check(wrong, name, "turn " + turn, answer);
            if (stores) {
                answer.kept().forEach((field, typed) -> {
                    kept.add(name + " " + field);
                    HostileTexts.CURIOUS.stream().filter(typed::contains).forEach(texts::add);
                });
            }
        }
    }

    /** Gives each field another curious text, and each of them all in turn. */
    private static final class Turn implements Function<String, String> {

        private final int turn;
        private final List<String> fields = new ArrayList<>();

        private Turn(int turn) {
            this.turn = turn;
        }

        @Override
        public String apply(String field) {
            if (!fields.contains(field)) {
                fields.add(field);
            }
            List<String> all = HostileTexts.CURIOUS;
            return turn == 0
                    ? String.join(" ", all)
                    : all.get((turn + (TURNS - 1) * fields.indexOf(field)) % all.size());
        }
    }

    private static String said(String name, String text) {
        return "%s, %.40s: ".formatted(name, text.replaceAll("\\p{C}", "?"));
    }

    private static void check(List<String> wrong, String name, String text, Answer answer) {
        String said = said(name, text);
        if (answer.page().status() >= 500) {
            wrong.add(said + answer.page().status());
        }
        if (String.valueOf(answer.page().header("Content-Type")).startsWith("text/html")) {
            HarmlessPages.alive(PageForm.parse(answer.page().body())).forEach(alive -> wrong.add(said + alive));
        }
        if (String.valueOf(answer.page().location()).matches("(?s).*[\\r\\n].*|javascript:.*")
                || answer.page().header("Bcc") != null
                || answer.page().headers().allValues("Set-Cookie").stream().anyMatch(one -> one.startsWith("xqz"))) {
            wrong.add(said + "a header was made of it");
        }
    }

    /** Sends a form of fields. */
    private @Nullable Answer fields(
            Browser browser, String route, String path, Set<String> names, Function<String, String> text, int rounds) {
        PageForm form = form(browser.get(path), names);
        if (form == null) {
            return null;
        }
        Map<String, String> typed = form.values();
        Set<String> hostile = new TreeSet<>(names);
        Browser.Page answer = null;
        for (int round = 0; round < rounds; round++) {
            hostile.forEach(field -> typed.put(field, text.apply(field)));
            answer = form.isPosted()
                    ? counted(route, () -> browser.post(form.action(path), typed))
                    : browser.get(address(form.action(path), typed));
            PageForm shown = answer.status() == UNPROCESSABLE ? form(answer, names) : null;
            if (shown == null) {
                break;
            }
            Set<String> refused = new TreeSet<>(shown.invalid());
            refused.retainAll(hostile);
            hostile.removeAll(refused);
            shown.invalid().forEach(field -> typed.put(field, String.valueOf(right.getOrDefault(field, ""))));
        }
        return Answer.of(answer, hostile, text);
    }

    private static String address(String action, Map<String, String> typed) {
        return action.split("\\?")[0] + "?"
                + typed.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** Sends the form of a page, and notes what it costs when it is taken. */
    private Browser.Page counted(String route, Supplier<Browser.Page> send) {
        AtomicReference<Browser.Page> answer = new AtomicReference<>();
        List<String> run = FrozenStatements.run(() -> answer.set(send.get()));
        if (answer.get().status() < 400) {
            FrozenStatements.dearer(dearest, route.replace("GET ", "POST "), run);
        }
        return answer.get();
    }

    private static String encoded(String text) {
        // longer ones are no address any more
        return URLEncoder.encode(text.substring(0, Math.min(text.length(), 400)), StandardCharsets.UTF_8);
    }

    /** The form of a page that has these texts; null when it shows none. */
    private static @Nullable PageForm form(Browser.Page page, Set<String> names) {
        return PageForm.of(page.body()).stream()
                .filter(form -> form.texts().equals(names))
                .findFirst()
                .orElse(null);
    }

    /** Sends a form of Camunda. */
    private @Nullable Answer answers(
            Browser browser, String route, String path, Function<String, String> text, int rounds) {
        Browser.Page page = browser.get(path);
        if (!page.body().contains("data-navette-form")) {
            return null;
        }
        FormOverHttp form = new FormOverHttp(browser, page);
        Schema schema = new Schema(PageForm.of(form.page().body()).stream()
                .filter(one -> one.has("data-navette-form"))
                .findFirst()
                .orElseThrow());
        Map<String, Object> answers = new LinkedHashMap<>(form.answers());
        schema.choices().forEach(answers::putIfAbsent);
        Set<String> hostile = new TreeSet<>(schema.texts());
        Browser.Page answer = null;
        for (int round = 0; round < rounds; round++) {
            hostile.forEach(key -> answers.put(key, text.apply(key)));
            answer = counted(route, () -> form.send(answers));
            if (answer.status() != UNPROCESSABLE || !answer.body().contains("data-navette-form")) {
                break;
            }
            Set<String> refused = new FormOverHttp(browser, answer).errors().keySet();
            hostile.removeAll(refused);
            refused.forEach(key -> right(answers, key));
        }
        return Answer.of(answer, hostile, text);
    }

    private void right(Map<String, Object> answers, String key) {
        if (right.containsKey(key)) {
            answers.put(key, right.get(key));
        } else {
            answers.remove(key);
        }
    }

    private static String name(PageForm form, String route) {
        return route + " " + new TreeSet<>(form.texts());
    }

    /** The forms that were filled. */
    Set<String> asked() {
        return asked;
    }

    /** The fields that kept a curious text, after the name of their form. */
    Set<String> kept() {
        return kept;
    }

    /** The statements of the dearest sending of each page's forms that was taken. */
    Map<String, List<String>> dearest() {
        return dearest;
    }

    /** The curious texts that some field kept. */
    Set<String> texts() {
        return texts;
    }
}
