package org.navette.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A network cable between processes of this machine: it can be slow, and it can go dead without a word. */
public final class Link implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final ServerSocket door;
    private final int target;
    /** Connections of an older generation are dead for ever: open, and silent. */
    private final AtomicInteger generation = new AtomicInteger();
    /** What is open and silent: forgotten sockets would be closed by the collector. */
    private final Queue<Socket> dead = new ConcurrentLinkedQueue<>();

    private volatile boolean frozen;
    private volatile Duration late = Duration.ZERO;

    /** @param target the port that connections lead to */
    public Link(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start("link to " + target, this::accept);
    }

    /** The port to connect to. */
    public int port() {
        return door.getLocalPort();
    }

    /** Nothing passes any more; what is connected is never closed, what connects gets no answer. */
    public void freeze() {
        frozen = true;
        generation.incrementAndGet();
    }

    /** New connections pass again; those from before stay dead. */
    public void thaw() {
        generation.incrementAndGet();
        frozen = false;
    }

    /** Every reply comes so much later. */
    public void delay(Duration by) {
        late = by;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : dead) {
            socket.close();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (frozen) {
                    dead.add(client);
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                // the test is over
            }
        }
    }

    private void connect(Socket client) throws IOException {
        int born = generation.get();
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException refused) {
            client.close();
            return;
        }
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        start("link there", () -> pump(client, server, born, false));
        start("link back", () -> pump(server, client, born, true));
    }

    private void pump(Socket from, Socket to, int born, boolean reply) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (reply && !late.isZero()) {
                    TimeUnit.MILLISECONDS.sleep(late.toMillis());
                }
                if (generation.get() != born) {
                    dead.addAll(List.of(from, to));
                    return;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            // one of both is gone: so will the other be
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (generation.get() == born) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
