package org.navette.forms;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The module's French sentences ({@code messages-forms.properties}). */
final class Messages {

    private final MessageSource source;

    Messages(MessageSource source) {
        this.source = source;
    }

    /** The sentence of a code under {@code forms.}, with its arguments in place. */
    String text(String code, Object... arguments) {
        return source.getMessage("forms." + code, arguments, Locale.FRENCH);
    }
}
