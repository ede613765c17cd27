package org.navette.files;

/** Which way a file went, seen from the person who filed the request. */
public enum Direction {
    /** From the person to the organism. */
    SENT,
    /** From the organism to the person. */
    RECEIVED,
    /** Neither way: made by the application for agents alone. */
    INTERNAL
}
