package org.navette.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Reads what models say of agents' tasks: the listener that runs when one is completed (property
 * {@code task.onComplete}, which an element template can fill in, unlike a task listener), and their forms, whose
 * versions are noted when an instance starts.
 */
class AgentTaskModel extends AbstractBpmnParseListener {

    static final String ON_COMPLETE = "task.onComplete";

    private final ObjectProvider<AgentForms> forms;

    AgentTaskModel(ObjectProvider<AgentForms> forms) {
        this.forms = forms;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        String listener = ModelProperties.of(element).getOrDefault(ON_COMPLETE, "");
        if (!listener.isBlank()) {
            TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
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
}
