package org.navette.engine;

import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.context.ApplicationContext;

/**
 * What an expression may call, wherever it comes from: our model beans, plain values, and an instance's own facts. Without
 * it any text that is evaluated reaches every class of the machine by way of {@code ''.getClass()}.
 */
@NullUnmarked
class ExpressionGuard extends ELResolver {

    private static final Set<String> OF_AN_INSTANCE = Set.of(
            "getVariable",
            "setVariable",
            "hasVariable",
            "getVariableLocal",
            "setVariableLocal",
            "removeVariable",
            "getBusinessKey",
            "getProcessBusinessKey",
            "getId",
            "getName",
            "getAssignee",
            "setAssignee",
            "getPriority",
            "setPriority",
            "getDueDate",
            "setDueDate",
            "getFollowUpDate",
            "setFollowUpDate",
            "getTenantId",
            "getProcessInstanceId",
            "getProcessDefinitionId",
            "getCurrentActivityId",
            "getCurrentActivityName",
            "getEventName",
            "getCreateTime",
            "getTaskDefinitionKey");

    private static final Set<String> OF_NOBODY = Set.of("getClass", "notify", "notifyAll", "wait");

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] parameters) {
        if (base != null && !mayInvoke(base, String.valueOf(method))) {
            throw refused(base, method);
        }
        return null;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null && !mayRead(base, String.valueOf(property))) {
            throw refused(base, property);
        }
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {}

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return false;
    }

    @Override
    public java.util.Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }

    private static boolean mayInvoke(Object base, String method) {
        if (base instanceof VariableScope) {
            return OF_AN_INSTANCE.contains(method);
        }
        return !OF_NOBODY.contains(method) && isHarmless(base);
    }

    private static boolean mayRead(Object base, String property) {
        if (base instanceof VariableScope) {
            String getter = "get" + Character.toUpperCase(property.charAt(0)) + property.substring(1);
            return OF_AN_INSTANCE.contains(getter);
        }
        return base instanceof Map || (!property.equals("class") && isHarmless(base));
    }

    private static boolean isHarmless(Object base) {
        return base instanceof CharSequence
                || base instanceof Number
                || base instanceof Boolean
                || base instanceof Date
                || base instanceof Temporal
                || base instanceof TemporalAmount
                || base instanceof Enum
                || base instanceof Collection
                || base instanceof Map
                || base.getClass().isArray()
                || base.getClass().getName().startsWith("org.joda.time.")
                || base.getClass().getName().startsWith("camundajar.impl.org.joda.time.")
                || base.getClass().getName().startsWith("org.camunda.spin.")
                || base.getClass().getName().startsWith("org.navette.");
    }

    private static ProcessEngineException refused(Object base, Object member) {
        return new ProcessEngineException(
                "Expression refusée : « " + member + " » sur " + base.getClass().getSimpleName() + ".");
    }

    /** The engine's way of evaluating, with the guard in front and only the model beans behind. */
    static final class Manager extends SpringExpressionManager {

        Manager(ApplicationContext context) {
            super(context, new ModelBeans(context));
        }

        @Override
        protected ELResolver createElResolver() {
            var guarded = new org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver();
            guarded.add(new ExpressionGuard());
            guarded.add(super.createElResolver());
            return guarded;
        }
    }
}
