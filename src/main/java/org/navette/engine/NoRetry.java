package org.navette.engine;

/**
 * Thrown by the work of an engine job that will not succeed by being tried again: the job's retries become 0 at once,
 * which is an incident in Cockpit. A person who has mended the cause gives it a retry there.
 */
public class NoRetry extends RuntimeException {

    /** @param message what a person reads on the incident; no personal data, for the engine stores it */
    public NoRetry(String message) {
        super(message);
    }
}
