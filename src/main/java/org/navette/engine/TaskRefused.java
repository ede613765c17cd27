package org.navette.engine;

/** An agent may not do this with the task; the message is French and can be shown. */
public class TaskRefused extends RuntimeException {

    public TaskRefused(String message) {
        super(message);
    }
}
