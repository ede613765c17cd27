package org.navette.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.navette.JavaProcess;

/** One of several nodes of the application: a process of its own, with its own job executor. */
public final class Node implements AutoCloseable {

    private final Process process;
    private final Path log;
    private final PrintStream commands;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    /**
     * Starts one; it may not be ready yet.
     *
     * @param name of its log in {@code target}
     * @param daysAhead what its clock says beside the real one
     * @param arguments of the application
     */
    public Node(String name, int daysAhead, List<String> arguments) throws IOException {
        log = Path.of("target", name + ".log");
        List<String> all = new ArrayList<>(List.of(String.valueOf(daysAhead)));
        all.addAll(arguments);
        process = JavaProcess.of(true, NodeMain.class.getName(), all).start();
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, name);
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                OutputStream out = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                if (line.startsWith(NodeMain.ANSWER)) {
                    answers.add(line.substring(NodeMain.ANSWER.length()));
                }
            }
        } catch (IOException e) {
            // the process is gone
        }
    }

    /** Waits until it has started. */
    public Node ready() throws InterruptedException {
        answer();
        return this;
    }

    /** Gives a command of {@link NodeMain} and waits for its answer. */
    public String ask(String command) throws InterruptedException {
        commands.println(command);
        return answer();
    }

    private String answer() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            String answer = answers.poll(1, TimeUnit.SECONDS);
            if (answer != null) {
                return answer;
            }
            if (!process.isAlive()) {
                break;
            }
        }
        throw new AssertionError("the node does not answer, see " + log.toAbsolutePath());
    }

    /** Asks it to stop, as a restart does, and waits until it has. */
    public void stop() throws IOException, InterruptedException {
        // destroy() would close its input too, which ends it at once
        JavaProcess.signal(process.pid(), "TERM");
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new AssertionError("the node does not stop, see " + log.toAbsolutePath());
        }
    }

    /** It does nothing any more, and knows nothing of it, until {@link #resume}. */
    public void freeze() throws IOException, InterruptedException {
        JavaProcess.signal(process.pid(), "STOP");
    }

    public void resume() throws IOException, InterruptedException {
        JavaProcess.signal(process.pid(), "CONT");
    }

    /** Kills it, if it lives. */
    @Override
    public void close() throws InterruptedException {
        JavaProcess.kill(process);
    }
}
