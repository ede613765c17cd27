package org.navette.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The mail server of the fault tests")
class MailServerTest {

    @Test
    @DisplayName("COMM-08 takes a mail that was sent to its end, and none whose sender died in the middle")
    void whole() throws IOException {
        try (var server = new MailServer()) {
            send(server, "Message-ID: <half@tests>\r\n\r\nMoiti");
            send(server, "Message-ID: <whole@tests>\r\n\r\nEntier\r\n.\r\n");
            assertThat(server.taken()).containsExactly("<whole@tests>");
        }
    }

    /** Sends a mail, or a part of it, and hangs up; returns when the server has done so too. */
    private static void send(MailServer server, String mail) throws IOException {
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            connection.getOutputStream().write(("DATA\r\n" + mail).getBytes(StandardCharsets.US_ASCII));
            connection.shutdownOutput();
            var answers =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            while (answers.readLine() != null) {
                // until it hangs up
            }
        }
    }
}
