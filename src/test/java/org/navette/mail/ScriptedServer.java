package org.navette.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mail server that misbehaves as told, for what a real one does only by accident. */
final class ScriptedServer implements AutoCloseable {

    static final String HANG_UP = "";
    static final String RESET = "reset";

    private final ServerSocket socket;
    private final Function<String, @Nullable String> script;
    private final List<String> commands = new CopyOnWriteArrayList<>();

    /**
     * Starts to listen.
     *
     * @param script the answer to a command (the end of the mail is "."); null for the usual answer, {@link #HANG_UP} and
     *     {@link #RESET} to end the connection; for "HELLO" the greeting
     */
    ScriptedServer(Function<String, @Nullable String> script) {
        this.script = script;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    static ScriptedServer answering(String command, String answer) {
        return new ScriptedServer(said -> said.startsWith(command) ? answer : null);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Every command received so far, of all connections. */
    List<String> commands() {
        return commands;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                converse(connection);
            } catch (IOException closed) {
                // the client or the test has had enough
            }
        }
    }

    private void converse(Socket connection) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        if (!answer(connection, "HELLO", "220 scripted")) {
            return;
        }
        boolean inMail = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (inMail && !line.equals(".")) {
                continue;
            }
            commands.add(line);
            inMail = line.equals("DATA");
            if (!answer(connection, line, inMail ? "354 go on" : "250 ok")) {
                return;
            }
        }
    }

    private boolean answer(Socket connection, String command, String usual) throws IOException {
        String said = script.apply(command);
        String line = said == null ? usual : said;
        if (line.equals(HANG_UP)) {
            return false;
        }
        if (line.equals(RESET)) {
            connection.setSoLinger(true, 0);
            return false;
        }
        connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return true;
    }
}
