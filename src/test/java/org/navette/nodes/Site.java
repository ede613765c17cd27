package org.navette.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.navette.JavaProcess;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The topology of {@code docker-compose.yml} as plain processes: two nodes in the production profile, one PostgreSQL, a
 * mail server, and the reverse proxy if a test asks for it. Nodes reach the database by a cable that tests can trouble.
 */
public final class Site implements AutoCloseable {

    private static final int NODES = 2;

    private final Path folder;
    private final String name;
    private final List<String> more;
    private final DatabaseServer database;
    private final Link link;
    private final MailServer mails = new MailServer();
    private final List<Integer> ports = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    /**
     * Starts the database and both nodes.
     *
     * @param folder for the database's cluster
     * @param name of the nodes' logs
     * @param more settings of the nodes
     */
    public Site(Path folder, String name, String... more) throws IOException, InterruptedException {
        this.folder = folder;
        this.name = name;
        this.more = List.of(more);
        database = new DatabaseServer(folder.resolve("postgres"));
        link = new Link(database.port());
        for (int i = 0; i < NODES; i++) {
            ports.add(JavaProcess.freePort());
            Files.deleteIfExists(log(i));
            nodes.add(start(i));
        }
        for (Node node : nodes) {
            node.ready();
        }
    }

    public DatabaseServer database() {
        return database;
    }

    public JdbcClient jdbc() {
        return database.jdbc();
    }

    public Link link() {
        return link;
    }

    public MailServer mails() {
        return mails;
    }

    public Node node(int number) {
        return nodes.get(number);
    }

    public int port(int node) {
        return ports.get(node);
    }

    /** Starts the reverse proxy; the test ends when the machine has none. */
    public ReverseProxy proxy() throws IOException, InterruptedException {
        return new ReverseProxy(folder, ports);
    }

    /** Logins of new technicians of new structures at work with an organism. */
    public List<String> technicians(String organism, int count) throws InterruptedException {
        return Arrays.asList(nodes.get(0).ask("desks " + organism + " " + count).split(" "));
    }

    /** Logins of an organism's agents. */
    public List<String> agents(String organism, int count) throws InterruptedException {
        return Arrays.asList(
                nodes.get(0).ask("agents " + organism + " " + count).split(" "));
    }

    /** Starts a node again that is gone, with the same command. Does not wait until it is ready. */
    public Node restart(int number) throws IOException {
        Node node = start(number);
        nodes.set(number, node);
        return node;
    }

    private Node start(int number) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=production",
                "--spring.datasource.url=jdbc:postgresql://localhost:" + link.port() + "/postgres",
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=checked by nobody here",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.port(),
                "--navette.admin.login=first.admin",
                "--navette.admin.password=le mot de passe des tests",
                // a component of the tests asks for it
                "--navette.local.data=" + folder,
                "--server.port=" + ports.get(number)));
        arguments.addAll(more);
        return new Node(name + "-" + number, 0, arguments);
    }

    private Path log(int node) {
        return Path.of("target", name + "-" + node + ".log");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Node node : nodes) {
            node.close();
        }
        mails.close();
        link.close();
        database.close();
    }
}
