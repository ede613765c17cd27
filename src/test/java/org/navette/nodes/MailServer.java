package org.navette.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps a ledger of the mails that it took, and has moods. */
public final class MailServer implements AutoCloseable {

    /** How it treats a mail. */
    public enum Mood {
        WELL,
        /** takes the mail, and never says so */
        HANGS_AFTER_DATA,
        /** cannot just now */
        LATER,
        /** never will */
        NEVER,
        /** takes the mail, and is gone before it says so */
        DIES_AFTER_ACCEPTING
    }

    private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;

    public MailServer() throws IOException {
        start(() -> {
            while (!door.isClosed()) {
                try {
                    Socket connection = door.accept();
                    start(() -> serve(connection));
                } catch (IOException closed) {
                    // the test is over
                }
            }
        });
    }

    public int port() {
        return door.getLocalPort();
    }

    public void be(Mood how) {
        mood = how;
    }

    /** The message ids of what it took, each as often as it took it. */
    public List<String> taken() {
        return taken;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            say(connection, "220 tests");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("DATA")) {
                    say(connection, "354 go on");
                    if (!take(connection, in)) {
                        return;
                    }
                } else if (line.startsWith("RCPT") && mood == Mood.LATER) {
                    say(connection, "451 later");
                } else if (line.startsWith("RCPT") && mood == Mood.NEVER) {
                    say(connection, "550 never");
                } else {
                    say(connection, "250 ok");
                }
            }
        } catch (IOException e) {
            // the other one is gone
        }
    }

    private boolean take(Socket connection, BufferedReader in) throws IOException {
        String id = "";
        String line = in.readLine();
        for (; line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID:")) {
                id = line.substring("Message-ID:".length()).strip();
            }
        }
        if (line == null) {
            // whose sender died in the middle is no mail (RFC 5321, 4.1.1.4)
            return false;
        }
        switch (mood) {
            case HANGS_AFTER_DATA -> {
                // until the other side has had enough
                in.readLine();
                return false;
            }
            case DIES_AFTER_ACCEPTING -> {
                taken.add(id);
                connection.setSoLinger(true, 0);
                return false;
            }
            default -> {
                taken.add(id);
                say(connection, "250 taken");
                return true;
            }
        }
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "mail server");
        thread.setDaemon(true);
        thread.start();
    }
}
