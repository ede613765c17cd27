package org.navette.files;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Hands content to clamd (command INSTREAM) when {@code navette.antivirus.host} is set; port
 * {@code navette.antivirus.port}, 3310 by default. Once set, a daemon that does not answer means a refusal: each
 * connection, write and read has 5 seconds.
 */
@Component
class Antivirus implements DisposableBean {

    static final String UNAVAILABLE = "Le contrôle antivirus est indisponible, réessayez dans quelques minutes.";

    private static final Logger LOG = LoggerFactory.getLogger(Antivirus.class);
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int BLOCK = 64 * 1024;
    private static final int ANSWER_LIMIT = 1024;

    private final String host;
    private final int port;
    private final int timeout;
    /** A blocked write has no time-out of its own: the socket is closed under it. */
    private final ScheduledThreadPoolExecutor watchdog;

    @Autowired
    Antivirus(@Value("${navette.antivirus.host:}") String host, @Value("${navette.antivirus.port:3310}") int port) {
        this(host, port, TIMEOUT_MILLIS);
    }

    Antivirus(String host, int port, int timeoutMillis) {
        this.timeout = timeoutMillis;
        this.host = host.strip();
        this.port = port;
        this.watchdog = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "antivirus-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        this.watchdog.setRemoveOnCancelPolicy(true);
    }

    /**
     * Lets clamd look at the content; does nothing when none is configured.
     *
     * @throws RefusedFile for an infected file, or when clamd does not answer
     */
    void check(String name, Spool content) {
        if (host.isEmpty()) {
            return;
        }
        String answer;
        try {
            answer = ask(content);
        } catch (IOException e) {
            LOG.warn("antivirus {}:{} does not answer: {}", host, port, e.toString());
            throw new RefusedFile(RefusedFile.Reason.ANTIVIRUS_UNAVAILABLE, UNAVAILABLE);
        }
        if (answer.endsWith(" FOUND")) {
            LOG.warn("antivirus: {}", answer);
            throw RefusedFile.of(RefusedFile.Reason.INFECTED, name, "l’antivirus y a trouvé un contenu dangereux");
        }
        if (!answer.endsWith(": OK")) {
            LOG.warn("antivirus {}:{} answered: {}", host, port, answer);
            throw new RefusedFile(RefusedFile.Reason.ANTIVIRUS_UNAVAILABLE, UNAVAILABLE);
        }
    }

    private String ask(Spool content) throws IOException {
        try (Socket socket = new Socket();
                InputStream in = content.open()) {
            socket.connect(new InetSocketAddress(host, port), timeout);
            socket.setSoTimeout(timeout);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] block = new byte[BLOCK];
            for (int read = in.read(block); read > 0; read = in.read(block)) {
                ScheduledFuture<?> limit = closeLater(socket);
                out.writeInt(read);
                out.write(block, 0, read);
                limit.cancel(false);
            }
            ScheduledFuture<?> limit = closeLater(socket);
            out.writeInt(0);
            out.flush();
            limit.cancel(false);
            return answer(socket.getInputStream());
        }
    }

    private static String answer(InputStream in) throws IOException {
        var answer = new StringBuilder();
        for (int c = in.read(); c > 0 && answer.length() < ANSWER_LIMIT; c = in.read()) {
            answer.append((char) c);
        }
        return answer.toString().strip();
    }

    private ScheduledFuture<?> closeLater(Socket socket) {
        return watchdog.schedule(
                () -> {
                    try {
                        socket.close();
                    } catch (IOException e) {
                        LOG.debug("closing the antivirus socket", e);
                    }
                },
                timeout,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        watchdog.shutdownNow();
    }
}
