package org.navette.files;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A clamd that knows INSTREAM and one virus, or keeps silent. */
final class FakeClamd implements AutoCloseable {

    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    enum Mood {
        WORKING,
        /** Reads everything and says nothing. */
        SILENT,
        /** Does not even read. */
        DEAF,
        /** Answers an error. */
        FAILING
    }

    private final ServerSocket server;
    private final Mood mood;

    FakeClamd(Mood mood) throws IOException {
        this.mood = mood;
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "fake-clamd");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                answer(server.accept());
            } catch (IOException e) {
                // the other side gave up, or the test is over
                continue;
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        if (mood == Mood.DEAF) {
            return;
        }
        var in = new DataInputStream(socket.getInputStream());
        String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        var content = new StringBuilder();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        if (mood == Mood.SILENT) {
            return;
        }
        String answer = mood == Mood.FAILING || !command.equals("zINSTREAM\0")
                ? "INSTREAM size limit exceeded. ERROR"
                : content.indexOf(EICAR) >= 0 ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
        socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        socket.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
