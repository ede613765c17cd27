package org.navette.engine;

import java.util.AbstractMap;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * The only beans that expressions reach: delegates, listeners and those marked {@link ModelBean}. Asked one by one, since
 * the engine is made before them.
 */
class ModelBeans extends AbstractMap<Object, Object> {

    private final ApplicationContext context;

    ModelBeans(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean containsKey(Object name) {
        if (!(name instanceof String bean) || !context.containsBean(bean)) {
            return false;
        }
        Class<?> type = context.getType(bean, false);
        return type != null
                && (JavaDelegate.class.isAssignableFrom(type)
                        || TaskListener.class.isAssignableFrom(type)
                        || ExecutionListener.class.isAssignableFrom(type)
                        || ActivityBehavior.class.isAssignableFrom(type)
                        || context.findAnnotationOnBean(bean, ModelBean.class, false) != null);
    }

    @Override
    public @Nullable Object get(Object name) {
        return containsKey(name) ? context.getBean((String) name) : null;
    }

    /** The class of a bean that models may use, or null. */
    @Nullable
    Class<?> type(String name) {
        return containsKey(name) ? context.getType(name, false) : null;
    }

    /** True for a bean that can follow tasks. */
    boolean isTaskListener(String name) {
        Class<?> type = type(name);
        return type != null && TaskListener.class.isAssignableFrom(type);
    }

    /** True when the application has a bean of this name, allowed or not. */
    boolean exists(String name) {
        return context.containsBean(name);
    }

    /** Not listed: the engine only asks by name. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
