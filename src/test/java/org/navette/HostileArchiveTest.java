package org.navette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.funding.FundingWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A zip of documents whose names are hostile texts. */
@NavetteTest
@DisplayName("COMM-02 Hostile texts in archives")
class HostileArchiveTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    FundingWorld world;

    @Test
    @DisplayName(
            "FUND-12 COMM-02 what an archive and its files are called stands in the receipt as text that deceives nobody")
    void archive() {
        HostileReading reading = new HostileReading(application);
        Browser own = world.browser(world.supplier(), port);
        own.get("/segur/incompletes");
        List<String> curious = HostileTexts.CURIOUS.stream()
                .filter(name -> !name.startsWith("\\") && !name.endsWith("/"))
                .toList();
        byte[] zip = zip(Stream.concat(curious.stream(), HostileTexts.DECEIVING.stream())
                // no zip can hold half a character
                .filter(name -> StandardCharsets.UTF_8.newEncoder().canEncode(name))
                .toList());
        for (String name : HostileTexts.DECEIVING) {
            Browser.Page taken = own.header("X-File-Name", URLEncoder.encode(name + ".zip", StandardCharsets.UTF_8))
                    .postBody("/segur/incompletes/archive", "application/zip", zip);
            assertThat(taken.status()).as(taken.body()).isEqualTo(201);
            String receipt = taken.body().replaceAll(".*\"location\":\"([^\"]*)\".*", "$1");
            reading.reads(
                    own,
                    receipt,
                    curious.stream().map(path -> path.replace('\\', '/')).toList());
        }
        reading.end();
    }

    private static byte[] zip(List<String> names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
