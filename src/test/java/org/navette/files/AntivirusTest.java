package org.navette.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.navette.files.RefusedFile.Reason;

@DisplayName("The antivirus")
@Timeout(20)
class AntivirusTest {

    @Test
    @DisplayName("COMM-06 a clean file passes, an infected one is refused")
    void verdicts() throws IOException {
        try (var clamd = new FakeClamd(FakeClamd.Mood.WORKING)) {
            var antivirus = new Antivirus("localhost", clamd.port(), 2_000);
            scan(antivirus, new byte[1_000_000]);
            assertThatExceptionOfType(RefusedFile.class)
                    .isThrownBy(() -> scan(antivirus, FakeClamd.EICAR.getBytes(StandardCharsets.US_ASCII)))
                    .withMessageContaining("note.txt")
                    .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.INFECTED));
        }
    }

    @ParameterizedTest
    @EnumSource(value = FakeClamd.Mood.class, mode = EnumSource.Mode.EXCLUDE, names = "WORKING")
    @DisplayName("COMM-06 an antivirus that is configured but does not answer means a refusal that says so")
    void unavailable(FakeClamd.Mood mood) throws IOException {
        try (var clamd = new FakeClamd(mood)) {
            refusedAsUnavailable(new Antivirus("localhost", clamd.port(), 300));
        }
    }

    @Test
    @DisplayName("COMM-06 an antivirus that is stopped means the same refusal")
    void stopped() throws IOException {
        var clamd = new FakeClamd(FakeClamd.Mood.WORKING);
        clamd.close();
        refusedAsUnavailable(new Antivirus("localhost", clamd.port(), 300));
    }

    @Test
    @DisplayName("COMM-06 without an antivirus, nothing is asked")
    void off() throws IOException {
        scan(new Antivirus("", 1), new byte[10]);
    }

    private static void refusedAsUnavailable(Antivirus antivirus) {
        // more than the buffers of a socket hold
        byte[] large = new byte[30 * 1024 * 1024];
        assertThatExceptionOfType(RefusedFile.class)
                .isThrownBy(() -> scan(antivirus, large))
                .withMessage("Le contrôle antivirus est indisponible, réessayez dans quelques minutes.")
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.ANTIVIRUS_UNAVAILABLE));
    }

    private static void scan(Antivirus antivirus, byte[] content) throws IOException {
        try (var spool = Spool.of(new ByteArrayInputStream(content), Long.MAX_VALUE)) {
            antivirus.check("note.txt", spool);
        }
    }
}
