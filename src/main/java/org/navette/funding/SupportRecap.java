package org.navette.funding;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.navette.forms.Block;
import org.navette.forms.Form;
import org.navette.forms.Forms;
import org.navette.forms.Line;
import org.springframework.stereotype.Component;

/** A request to the support in the words of its form. */
@Component
class SupportRecap {

    /**
     * Answers that a mail repeats to whoever's address was typed: choices and a number of ours. No free text, so that
     * nobody can have us write to others in their words.
     */
    private static final List<String> REPEATED = List.of("couloir", "phase", "kind", "requestNumber");

    private static final String KIND = "kind";

    private final Forms forms;

    SupportRecap(Forms forms) {
        this.forms = forms;
    }

    /** What it is about: the kind of request, as the form calls it. */
    String subject(Form form, Map<String, Object> answers) {
        return lines(forms.layout(form, answers, Map.of())).stream()
                .filter(line -> line.key().equals(KIND))
                .findFirst()
                .map(SupportRecap::text)
                .orElseThrow();
    }

    /** All that was answered. */
    List<Block> blocks(SupportRequest request) {
        return forms.layout(forms.version(SupportRequests.FORM, request.form()), request.answers(), Map.of());
    }

    /** The short form for mails, a line for each answer. */
    String text(SupportRequest request) {
        return lines(blocks(request)).stream()
                .filter(line -> REPEATED.contains(line.key()))
                .map(line -> line.label() + "\u00a0: " + text(line))
                .collect(Collectors.joining("\n"));
    }

    private static List<Line> lines(List<Block> blocks) {
        return blocks.stream().flatMap(block -> block.lines().stream()).toList();
    }

    private static String text(Line line) {
        return String.join(", ", line.texts());
    }
}
