package org.navette.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.navette.Navette;
import org.navette.accounts.QuickPasswords;
import org.navette.engine.MilestoneReached;
import org.navette.partners.Desk;
import org.navette.partners.PartnerWorld;
import org.navette.procedures.Office;
import org.navette.procedures.ProcedureWorld;
import org.navette.procedures.ServiceWorld;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** What a {@link Node}'s process runs: the application with the tests' worlds, obeying lines on its standard input. */
final class NodeMain {

    /** what answers to commands begin with, among the lines of the log */
    static final String ANSWER = "node> ";

    private NodeMain() {}

    /** @param args days that the clock is ahead, then the application's arguments */
    public static void main(String[] args) throws IOException {
        ahead(args[0]);
        AtomicInteger milestones = new AtomicInteger();
        ApplicationContext application = new SpringApplicationBuilder(Navette.class, Worlds.class)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("onlyWhatIsNamed", new OnlyWhatIsNamed());
                    context.addApplicationListener(event -> {
                        if (event instanceof PayloadApplicationEvent<?> told
                                && told.getPayload() instanceof MilestoneReached) {
                            milestones.incrementAndGet();
                        }
                    });
                })
                .run(Stream.of(args).skip(1).toArray(String[]::new));
        answer("ready");
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "ahead" -> answer(ahead(words[1]));
                case "milestones" -> answer(String.valueOf(milestones.get()));
                case "corrections" -> answer(many(words[1], () -> corrections(application)));
                case "desks" -> answer(many(words[2], () -> desk(application, words[1])));
                case "agents" -> answer(agents(application, words[1], Integer.parseInt(words[2])));
                case "resolved" -> answer(resolved(application, Integer.parseInt(words[1])));
                case "clock" -> answer(clock(words[1]));
                case "drafts" -> answer(many(words[1], () -> draft(application)));
                default -> throw new IllegalArgumentException(line);
            }
        }
        // whoever gave the commands is gone
        Runtime.getRuntime().halt(1);
    }

    private static String ahead(String days) {
        ClockUtil.offset(Duration.ofDays(Long.parseLong(days)).plusMinutes(10).toMillis());
        return days;
    }

    private static String clock(String minutes) {
        ClockUtil.offset(Duration.ofMinutes(Long.parseLong(minutes)).toMillis());
        return minutes;
    }

    private static String many(String times, Supplier<String> one) {
        return Stream.generate(one).limit(Integer.parseInt(times)).collect(Collectors.joining(" "));
    }

    private static String corrections(ApplicationContext application) {
        ProcedureWorld world = application.getBean(ProcedureWorld.class);
        String number = world.send(world.responsible(), "staff-change");
        application.getBean(ServiceWorld.class).ask(number, List.of(), List.of("diploma"));
        return number;
    }

    private static String draft(ApplicationContext application) {
        ProcedureWorld world = application.getBean(ProcedureWorld.class);
        Office office = world.responsible();
        return world.draft(office, "staff-change").toString();
    }

    private static String desk(ApplicationContext application, String organism) {
        PartnerWorld world = application.getBean(PartnerWorld.class);
        return world.login(world.desk(organism));
    }

    private static String resolved(ApplicationContext application, int count) {
        PartnerWorld world = application.getBean(PartnerWorld.class);
        Desk desk = world.desk("331");
        return many(String.valueOf(count), () -> world.resolved(desk));
    }

    private static String agents(ApplicationContext application, String organism, int count) {
        PartnerWorld world = application.getBean(PartnerWorld.class);
        return IntStream.range(0, count)
                .mapToObj(i -> world.agent("agent-" + i + "." + organism, organism))
                .collect(Collectors.joining(" "));
    }

    private static void answer(String text) {
        System.out.println(ANSWER + text);
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Import({QuickPasswords.class, PartnerWorld.class, ProcedureWorld.class, ServiceWorld.class})
    static class Worlds {}

    /** Leaves out what tests have on the class path: their database above all. */
    private static final class OnlyWhatIsNamed extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            return reader.getAnnotationMetadata().isAnnotated(TestComponent.class.getName())
                    || reader.getAnnotationMetadata().isAnnotated(TestConfiguration.class.getName());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OnlyWhatIsNamed;
        }

        @Override
        public int hashCode() {
            return OnlyWhatIsNamed.class.hashCode();
        }
    }
}
