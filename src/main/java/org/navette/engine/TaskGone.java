package org.navette.engine;

/** The task is not there any more, or was never visible to this agent. */
public class TaskGone extends TaskRefused {

    public TaskGone() {
        super("Cette tâche n'est plus disponible : la demande a changé d'état entre-temps. Rafraîchissez la liste.");
    }
}
