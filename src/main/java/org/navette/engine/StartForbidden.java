package org.navette.engine;

/** The agent may not start this process, or there is no such process. */
public class StartForbidden extends TaskRefused {

    public StartForbidden() {
        super("Vous ne pouvez pas démarrer ce processus.");
    }
}
