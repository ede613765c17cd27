package org.navette.operations;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What production must be told, and nobody may guess.
 *
 * @param databaseUser who the application is for the database
 * @param databasePassword its password
 * @param operatorsToken what operators show; empty when nobody may read measures
 * @param administratorPassword of the first administrator; empty when there is one already
 * @param publicUrl the address that people type
 */
record Secrets(
        String databaseUser,
        String databasePassword,
        String operatorsToken,
        String administratorPassword,
        String publicUrl) {

    private static final int SHORTEST_TOKEN = 20;
    /** What stands in examples and in the demonstration. */
    private static final Set<String> KNOWN = Set.of(
            "navette",
            "postgres",
            "password",
            "secret",
            "changeme",
            "change-me",
            "admin",
            "test",
            "navette-de-demonstration",
            "navette de demonstration");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What is not fit for production, one sentence each; nothing when all is well. */
    List<String> weaknesses() {
        List<String> found = new ArrayList<>();
        if (guessable(databasePassword) || databasePassword.equals(databaseUser)) {
            found.add("The password of the database is empty or known to everybody: set spring.datasource.password"
                    + " (NAVETTE_DB_PASSWORD in docker-compose.yml).");
        }
        if (!operatorsToken.isBlank() && (guessable(operatorsToken) || operatorsToken.length() < SHORTEST_TOKEN)) {
            found.add(
                    "The token of operators can be guessed: set navette.operations.token (NAVETTE_OPERATIONS_TOKEN) to"
                            + " at least " + SHORTEST_TOKEN + " random characters, or leave it empty.");
        }
        if (!administratorPassword.isEmpty() && guessable(administratorPassword)) {
            found.add("The administrator's password is known to everybody: set navette.admin.password"
                    + " (NAVETTE_ADMIN_PASSWORD).");
        }
        if (readableOnTheWay()) {
            found.add("Passwords would travel readable to " + publicUrl + ": set navette.public-url"
                    + " (NAVETTE_PUBLIC_URL) to an address that begins with https.");
        }
        return found;
    }

    private boolean readableOnTheWay() {
        try {
            URI address = new URI(publicUrl);
            return !"https".equalsIgnoreCase(address.getScheme())
                    && !THIS_MACHINE.contains(String.valueOf(address.getHost()));
        } catch (URISyntaxException none) {
            return true;
        }
    }

    private static boolean guessable(String secret) {
        return secret.isBlank() || KNOWN.contains(secret.toLowerCase(Locale.ROOT));
    }
}
