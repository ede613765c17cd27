package org.navette;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the tasks of agents, in Tasklist's data and in the Dossier, and types {@link HostileTexts} there. */
final class HostileTasks {

    private static final String REST = "/camunda/api/engine/engine/default/task/";
    private static final int ROUNDS = 6;
    private static final int CONFLICT = 409;
    private static final int OF_ONE_KIND = 12;

    /** NUL, a change of direction, half a character. */
    private static final List<String> DECEIVING =
            List.of(HostileTexts.DECEIVING.get(0), HostileTexts.DECEIVING.get(5), HostileTexts.DECEIVING.get(13));

    private final JdbcClient jdbc;
    private final Function<String, Browser> agents;
    private final HarmlessPages pages;
    private final Map<String, Object> right;
    private final Iterator<String> curious = Stream.iterate(0, i -> i + 1)
            .map(i -> HostileTexts.CURIOUS.get(i % HostileTexts.CURIOUS.size()))
            .iterator();
    private final Set<String> answered = new TreeSet<>();
    private final Set<String> worked = new TreeSet<>();

    /** One task. */
    private record Task(String id, String definition, String tenant) {}

    /** @param agents a browser of an agent by the code of the organism */
    HostileTasks(JdbcClient jdbc, Function<String, Browser> agents, HarmlessPages pages, Map<String, Object> right) {
        this.jdbc = jdbc;
        this.agents = agents;
        this.pages = pages;
        this.right = right;
    }

    /** The tasks that are open. */
    Set<String> open() {
        return new TreeSet<>(
                jdbc.sql("select id_ from act_ru_task").query(String.class).list());
    }

    /** Works on the tasks that are open and were not before; tells what was wrong. */
    List<String> work(Set<String> before) {
        List<String> wrong = new ArrayList<>();
        List<Task> tasks = jdbc
                .sql("select id_ as id, task_def_key_ as definition, coalesce(tenant_id_, '') as tenant"
                        + " from act_ru_task where task_def_key_ is not null order by create_time_")
                .query(Task.class)
                .list()
                .stream()
                .filter(task -> !before.contains(task.id()) && !task.tenant().isEmpty())
                .filter(task -> worked.add(task.id()))
                .toList();
        Map<String, Integer> times = new HashMap<>();
        for (Task task : tasks) {
            if (times.merge(task.definition(), 1, Integer::sum) <= OF_ONE_KIND) {
                work(task, wrong);
            }
        }
        return wrong;
    }

    private void work(Task task, List<String> wrong) {
        Browser agent = agents.apply(task.tenant());
        String dossier = "/agents/dossiers/" + task.id();
        look(agent, dossier, task, wrong);
        look(agent, REST + task.id(), task, wrong);
        String text = curious.next();
        say(wrong, task, agent.json("POST", dossier + "/notes", FormOverHttp.json(Map.of("text", text))), 201);
        for (String deceiving : DECEIVING) {
            String note = json(deceiving);
            say(wrong, task, agent.json("POST", dossier + "/notes", "{\"text\":" + note + "}"), CONFLICT);
            say(
                    wrong,
                    task,
                    agent.json("POST", dossier + "/transmission", "{\"colleague\":\"\",\"reason\":" + note + "}"),
                    CONFLICT);
        }
        agent.json("POST", dossier + "/prise", null);
        Browser.Page page = agent.get(dossier);
        PageForm.of(page.body()).stream()
                .filter(form -> form.has("data-task-form"))
                .findFirst()
                .ifPresent(form -> answer(agent, dossier, task, new Schema(form), text, wrong));
    }

    private void answer(Browser agent, String dossier, Task task, Schema schema, String text, List<String> wrong) {
        for (String deceiving : DECEIVING) {
            Map<String, Object> typed = new LinkedHashMap<>(schema.choices());
            schema.texts().forEach(key -> typed.put(key, "@@"));
            String body = FormOverHttp.json(typed).replace("\"@@\"", json(deceiving));
            if (!schema.texts().isEmpty()) {
                say(wrong, task, agent.json("PUT", dossier + "/brouillon", body), 200, CONFLICT);
                say(wrong, task, agent.json("POST", dossier + "/reponse", body), CONFLICT);
            }
        }
        Map<String, Object> typed = new LinkedHashMap<>(schema.choices());
        schema.texts().forEach(key -> typed.put(key, text));
        Browser.Page sent = agent.json("POST", dossier + "/reponse", FormOverHttp.json(typed));
        for (int round = 0; round < ROUNDS && sent.status() == CONFLICT; round++) {
            String said = sent.text();
            schema.labels().forEach((label, key) -> {
                if (said.contains(label + "\u00a0:") || said.contains(label + " :")) {
                    typed.put(key, right.getOrDefault(key, ""));
                }
            });
            sent = agent.json("POST", dossier + "/reponse", FormOverHttp.json(typed));
        }
        say(wrong, task, sent, 200, CONFLICT);
        if (sent.status() == 200) {
            answered.add(task.definition());
        }
    }

    private void look(Browser agent, String path, Task task, List<String> wrong) {
        Browser.Page page = agent.get(path);
        if (page.status() == 200) {
            pages.at(agent, path, page).forEach(error -> wrong.add(task.definition() + ": " + error));
        } else if (page.status() >= 500) {
            wrong.add(task.definition() + ": " + page.status() + " at " + path);
        }
    }

    private static void say(List<String> wrong, Task task, Browser.Page answer, Integer... right) {
        if (!List.of(right).contains(answer.status())) {
            wrong.add(task.definition() + ": " + answer.path().replaceFirst(".*/", "") + " answers " + answer.status());
        }
    }

    /** As a script would send it: halves of characters cannot travel otherwise. */
    private static String json(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> json.append("\\u%04x".formatted(c)));
        return json.append('"').toString();
    }

    /** The tasks that were answered with hostile texts. */
    Set<String> answered() {
        return answered;
    }
}
