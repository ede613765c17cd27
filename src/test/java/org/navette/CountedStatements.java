package org.navette;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Writes down the SQL that requests over HTTP run, so that a test can freeze how many statements a page costs. */
@Component
public class CountedStatements implements BeanPostProcessor {

    private static final List<String> RUN = new CopyOnWriteArrayList<>();

    private static volatile boolean counting;

    /** Runs something and returns the statements that the server's request threads ran meanwhile, in their order. */
    public static List<String> during(Runnable requests) {
        RUN.clear();
        counting = true;
        try {
            requests.run();
            return List.copyOf(RUN);
        } finally {
            counting = false;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counted(source) : bean;
    }

    private static final class Counted extends DelegatingDataSource {

        private Counted(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return counting ? proxy(Connection.class, connection, null) : connection;
        }
    }

    private static <T> T proxy(Class<T> type, T target, @Nullable String sql) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    note(method, arguments, sql);
                    Object result = call(target, method, arguments);
                    String prepared = arguments != null && arguments.length > 0 && arguments[0] instanceof String text
                            ? text
                            : null;
                    return switch (method.getName()) {
                        case "prepareStatement" -> proxy(PreparedStatement.class, (PreparedStatement) result, prepared);
                        case "prepareCall" -> proxy(CallableStatement.class, (CallableStatement) result, prepared);
                        case "createStatement" -> proxy(Statement.class, (Statement) result, null);
                        default -> result;
                    };
                }));
    }

    private static void note(Method method, Object @Nullable [] arguments, @Nullable String sql) {
        if (counting
                && method.getName().startsWith("execute")
                && Thread.currentThread().getName().contains("-exec-")) {
            RUN.add(sql == null && arguments != null ? String.valueOf(arguments[0]) : String.valueOf(sql));
        }
    }

    private static Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
