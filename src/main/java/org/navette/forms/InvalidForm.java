package org.navette.forms;

/** A form that this application cannot check; the message says in French what is wrong and where. */
public class InvalidForm extends IllegalArgumentException {

    /**
     * @param message what is wrong and where, in French: process owners read it
     */
    public InvalidForm(String message) {
        super(message);
    }

    InvalidForm(String message, Throwable cause) {
        super(message, cause);
    }
}
