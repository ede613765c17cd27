package org.navette.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.engine.DeployedForm;
import org.navette.engine.SubmissionCheck;
import org.navette.engine.TaskRefused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Checks what agents type in the forms of their tasks and starts. */
@Component
class AgentAnswers implements SubmissionCheck {

    private final Forms forms;
    private final Optional<AgentOptions> options;
    private final Messages messages;

    AgentAnswers(Forms forms, Optional<AgentOptions> options, MessageSource messages) {
        this.forms = forms;
        this.options = options;
        this.messages = new Messages(messages);
    }

    @Override
    public Map<String, Object> check(DeployedForm deployed, @Nullable String businessKey, Map<String, Object> answers) {
        Form form = forms.of(deployed);
        // a page sends only what its form has: anything else is somebody setting variables of the process
        if (!answers.keySet().stream().allMatch(key -> form.label(key).isPresent())) {
            throw new TaskRefused(messages.text("task.unknown"));
        }
        try {
            return forms.check(form, answers, businessKey == null ? Map.of() : offered(businessKey));
        } catch (InvalidAnswers e) {
            throw new TaskRefused(sentence(form, e.messages()));
        }
    }

    private Map<String, List<Option>> offered(String businessKey) {
        return options.map(known -> known.of(businessKey)).orElse(Map.of());
    }

    private String sentence(Form form, Map<String, List<String>> problems) {
        return problems.entrySet().stream()
                .map(problem -> messages.text(
                        "task.field",
                        form.label(problem.getKey()).orElse(problem.getKey()),
                        String.join(" ", problem.getValue())))
                .collect(Collectors.joining("\n"));
    }
}
