package org.navette.engine;

/** An agent may not do this with the task, or start this; the message is French and can be shown. */
public class TaskRefused extends RuntimeException {

    public TaskRefused(String message) {
        super(message);
    }
}
