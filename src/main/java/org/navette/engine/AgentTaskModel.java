package org.navette.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Reads what models say of agents' tasks: the listener that runs when one is completed (property
 * {@code task.onComplete}, which an element template can fill in, unlike a task listener), who must not do it (property
 * {@code task.notBy}), and their forms, whose versions are noted when an instance starts.
 */
class AgentTaskModel extends AbstractBpmnParseListener {

    static final String ON_COMPLETE = "task.onComplete";

    /** Names the variable with the login of who has done an earlier step: four eyes see both. */
    static final String NOT_BY = "task.notBy";

    private static final String VERSION = "${agentForms.version(task)}";

    private final ObjectProvider<AgentForms> forms;

    AgentTaskModel(ObjectProvider<AgentForms> forms) {
        this.forms = forms;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        LastingTimeouts.keep(activity);
        Expression version = task.getCamundaFormDefinitionVersion();
        if (version != null && VERSION.equals(version.getExpressionText().replaceAll("\\s", ""))) {
            task.getFormDefinition().setCamundaFormDefinitionVersion(new FormVersion());
        }
        var properties = ModelProperties.of(element);
        String notBy = properties.getOrDefault(NOT_BY, "");
        if (!notBy.isBlank()) {
            var fourEyes = new FourEyes(notBy.strip());
            task.addTaskListener(TaskListener.EVENTNAME_CREATE, fourEyes);
            task.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, fourEyes);
        }
        String listener = properties.getOrDefault(ON_COMPLETE, "");
        if (!listener.isBlank()) {
            var bean = Context.getProcessEngineConfiguration()
                    .getExpressionManager()
                    .createExpression("${" + listener + "}");
            task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, new DelegateExpressionTaskListener(bean, List.of()));
        }
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                instance -> forms.getObject().note(instance));
    }

    /**
     * What the models' own expression says, asked directly. The engine's way looks for {@code agentForms} among the
     * instance's variables first; for a task that is cancelled at that instant this fails.
     */
    private final class FormVersion implements Expression {

        @Override
        public @Nullable Object getValue(VariableScope task) {
            return forms.getObject().version((DelegateTask) task);
        }

        @Override
        public void setValue(Object value, VariableScope task) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getExpressionText() {
            return VERSION;
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }
    }
}
