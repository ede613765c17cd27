package org.navette.engine.web;

import java.util.List;
import java.util.regex.Pattern;

/** The calls that Tasklist 7.24 makes, and nothing else: what an agent may send to the engine's REST interface. */
final class TasklistCalls {

    private static final String ENGINE = "/engine/default";
    private static final String ID = "/[A-Za-z0-9:._-]+";

    private static final List<Call> OPEN = List.of(
            new Call("GET", "/engine/?"),
            // filters and what they list
            new Call("GET", ENGINE + "/filter(/count)?"),
            new Call("OPTIONS", ENGINE + "/filter(" + ID + ")?"),
            new Call("GET", ENGINE + "/filter" + ID + "(/count)?"),
            new Call("POST", ENGINE + "/filter" + ID + "/(list|count)"),
            // one task
            new Call("GET", ENGINE + "/task" + ID),
            new Call("GET", ENGINE + "/task" + ID + "/(form|form-variables|deployed-form|identity-links)"),
            // what else waits for me in the same request, after completing a task
            new Call("GET", ENGINE + "/task"),
            // names of processes and their diagram; the list of those that can be started
            new Call("GET", ENGINE + "/process-definition(/count)?"),
            new Call("GET", ENGINE + "/process-definition" + ID + "(/xml)?"),
            // the form of one that is being started
            new Call("GET", ENGINE + "/process-definition" + ID + "/(startForm|deployed-start-form)"),
            // rights of one's own
            new Call("GET", ENGINE + "/authorization/check"));

    /** Refused to everybody, administrators too: our rules about tasks, files and deployments have no side door. */
    private static final List<Call> CLOSED = List.of(
            new Call(
                    "POST|PUT|DELETE",
                    ENGINE + "/task" + ID
                            + "/(complete|resolve|delegate|bpmnError|bpmnEscalation|comment|attachment|variables|localVariables)(/.*)?"),
            new Call("POST", ENGINE + "/task/create"),
            new Call("GET", ENGINE + "/task" + ID + "/attachment(/.*)?"),
            new Call("POST|PUT", ENGINE + "/deployment(/.*)?"),
            new Call("POST|PUT", ENGINE + "/(condition|external-task|message|signal|case-.*)(/.*)?"),
            new Call(".*", ENGINE + "/process-definition(/.*)?/(start|submit-form)"));

    private TasklistCalls() {}

    /** True when agents may make the call. */
    static boolean isOpen(String method, String path) {
        return OPEN.stream().anyMatch(call -> call.is(method, path));
    }

    /** True when an administrator, with Cockpit and Admin, may make the call. */
    static boolean isOpenToAdministrators(String method, String path) {
        return (path.equals("/engine") || path.startsWith("/engine/"))
                && CLOSED.stream().noneMatch(call -> call.is(method, path));
    }

    private record Call(Pattern method, Pattern path) {

        Call(String method, String path) {
            this(Pattern.compile(method), Pattern.compile(path));
        }

        boolean is(String method, String path) {
            return this.method.matcher(method).matches()
                    && this.path.matcher(path).matches();
        }
    }
}
