package org.navette.local;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail server of our own on a free loopback port. It takes every mail, delivers none and keeps the newest 500 as
 * {@code <number>.eml} files, which survive a restart.
 */
final class LocalMailbox implements AutoCloseable {

    private static final int KEPT = 500;
    private static final Pattern FILE = Pattern.compile("(\\d{1,9})\\.eml");

    private final Path folder;
    private final GreenMail server;
    private final GreenMailUser everyone;
    private int last;

    private LocalMailbox(Path folder, GreenMail server, GreenMailUser everyone, int last) {
        this.folder = folder;
        this.server = server;
        this.everyone = everyone;
        this.last = last;
    }

    /**
     * Starts the server.
     *
     * @param folder where the mails are kept; created when absent
     */
    static LocalMailbox start(Path folder) {
        try {
            Files.createDirectories(folder);
            var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
            var mailbox = new LocalMailbox(
                    folder,
                    server,
                    server.setUser("everyone@localhost", "everyone"),
                    numbers(folder).max(Comparator.naturalOrder()).orElse(0));
            server.getUserManager().setMessageDeliveryHandler((mail, address) -> mailbox.keep(mail.getMessage()));
            return mailbox;
        } catch (IOException e) {
            throw new UncheckedIOException("The local mailbox could not be opened in " + folder, e);
        }
    }

    /** The server's port on 127.0.0.1. */
    int port() {
        return server.getSmtp().getPort();
    }

    /** The mails, newest first, without their bodies. */
    List<LocalMail> mails() {
        try {
            return numbers(folder)
                    .sorted(Comparator.reverseOrder())
                    .map(this::find)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mail of a number, or nothing when there is none. */
    Optional<LocalMail> find(int number) {
        Path file = file(number);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream content = Files.newInputStream(file)) {
            return Optional.of(LocalMail.read(number, content));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("The mail " + file + " cannot be read", e);
        }
    }

    /** An attached file of a mail, by its place among them from 0, or nothing when there is none. */
    Optional<LocalMail.Attachment> attachment(int number, int place) {
        Path file = file(number);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream content = Files.newInputStream(file)) {
            return LocalMail.attachment(content, place);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("The mail " + file + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Writes the mail before the sender is told that it is taken; an exception here refuses it. */
    private synchronized GreenMailUser keep(MimeMessage mail) throws MessagingException {
        try {
            Path beside = Files.createTempFile(folder, "incoming", null);
            try (OutputStream out = Files.newOutputStream(beside)) {
                mail.writeTo(out);
            }
            Files.move(beside, file(++last), StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(file(last - KEPT));
            // the file is the store: nothing stays in the server's memory
            server.purgeEmailFromAllMailboxes();
            return everyone;
        } catch (IOException | com.icegreen.greenmail.store.FolderException e) {
            throw new MessagingException("the mail could not be kept", e);
        }
    }

    private Path file(int number) {
        return folder.resolve(number + ".eml");
    }

    private static Stream<Integer> numbers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> FILE.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches())
                    .map(name -> Integer.valueOf(name.group(1)))
                    .toList()
                    .stream();
        }
    }
}
