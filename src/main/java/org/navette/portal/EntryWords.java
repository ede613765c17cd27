package org.navette.portal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.navette.directory.InvalidEntry;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** French sentences for what supervisors typed and did. */
@Component
public class EntryWords {

    private final MessageSource messages;

    EntryWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * What is wrong, by the field's name, in the order of the page.
     *
     * @param prefix of the messages {@code <prefix>.<field>.<problem>}
     * @param fields of the page, in their order
     */
    public Map<String, String> of(String prefix, InvalidEntry invalid, String... fields) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (String field : fields) {
            String problem = invalid.problems().get(field);
            if (problem != null) {
                sentences.put(field, of(prefix + "." + field + "." + problem));
            }
        }
        return sentences;
    }

    /** A sentence of the messages. */
    public String of(String code, Object... values) {
        return messages.getMessage(code, values, Locale.FRENCH);
    }
}
