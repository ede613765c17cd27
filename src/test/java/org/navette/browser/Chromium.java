package org.navette.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * One Chromium for all browser tests: the machine's own, as nothing is downloaded. Without one the tests are skipped and
 * say so; with {@code NAVETTE_BROWSER_REQUIRED=true} in the environment they fail instead.
 */
final class Chromium implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Chromium.class);
    private static final String[] NAMES = {"chromium", "chromium-browser", "google-chrome"};
    /** Generous: on a busy machine a page may be slow, and a test that passes never waits so long. */
    private static final int PATIENCE_MS = 20_000;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (find().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        String reason = "NO CHROMIUM ON THE PATH: the pages are not tested in a browser. Install the package chromium.";
        if ("true".equals(System.getenv("NAVETTE_BROWSER_REQUIRED"))) {
            throw new IllegalStateException(reason);
        }
        if (context.getTestMethod().isEmpty()) {
            System.err.println("\n*** " + reason + "\n");
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    /** A new visitor for each parameter, so that two people can meet in one test. */
    @Override
    public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String port = SpringExtension.getApplicationContext(context)
                .getEnvironment()
                .getRequiredProperty("local.server.port");
        String language =
                parameter.findAnnotation(Language.class).map(Language::value).orElse("fr-FR");
        Visitor visitor = new Visitor(started(context).browser, Integer.parseInt(port), language);
        visitors(context).add(visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        List<String> trouble = new ArrayList<>();
        for (Visitor visitor : visitors(context)) {
            if (failed) {
                visitor.photograph("failed-" + context.getRequiredTestMethod().getName());
            }
            trouble.addAll(visitor.leave());
        }
        if (!failed && !trouble.isEmpty()) {
            throw new AssertionError("trouble in the browser:\n" + String.join("\n", trouble));
        }
        if (failed && !trouble.isEmpty()) {
            System.err.println("Trouble in the browser as well:\n" + String.join("\n", trouble));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Visitor> visitors(ExtensionContext context) {
        return (List<Visitor>) context.getStore(NAMESPACE)
                .getOrComputeIfAbsent("visitors " + context.getUniqueId(), key -> new ArrayList<Visitor>());
    }

    private static Started started(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Started.class);
    }

    private static Optional<Path> find() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Arrays.stream(NAMES).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Ends with the test run. */
    static final class Started implements ExtensionContext.Store.CloseableResource {

        private final Playwright playwright = Playwright.create();
        private final Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(find().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-gpu")));

        Started() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
