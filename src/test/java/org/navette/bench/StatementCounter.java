package org.navette.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Writes down, when asked to, what is sent to the database. Otherwise connections are handed out as they are. */
final class StatementCounter implements BeanPostProcessor {

    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean listening;

    /** What an action sends, from whichever thread, statement by statement. */
    List<String> during(Samples.Action action) throws Exception {
        sent.clear();
        listening = true;
        try {
            action.run();
        } finally {
            listening = false;
        }
        return List.copyOf(sent);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Listening(source) : bean;
    }

    private final class Listening extends DelegatingDataSource {

        private Listening(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return listening ? proxy(Connection.class, connection, this::ofConnection) : connection;
        }

        private Object ofConnection(Connection connection, Method method, Object[] arguments) throws Throwable {
            Object made = call(connection, method, arguments);
            if (made instanceof Statement statement) {
                String sql =
                        arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : "";
                Class<?> type = method.getReturnType();
                return proxy(type, statement, (target, called, given) -> ofStatement(target, called, given, sql));
            }
            return made;
        }

        private Object ofStatement(Object statement, Method method, Object[] arguments, String sql) throws Throwable {
            if (method.getName().startsWith("execute")) {
                boolean own = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
                sent.add(own ? (String) arguments[0] : sql);
            }
            return call(statement, method, arguments);
        }
    }

    private interface Handling<T> {
        Object handle(T target, Method method, Object[] arguments) throws Throwable;
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<?> type, T target, Handling<T> handling) {
        InvocationHandler handler = (proxy, method, arguments) -> handling.handle(target, method, arguments);
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
