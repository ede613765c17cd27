package org.navette.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.providers.BulkDesk;
import org.navette.providers.BulkKind;
import org.navette.providers.CareDesk;
import org.navette.providers.ProviderWorld;
import org.navette.providers.Reimbursements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What files of 10,000 registrations cost, against registrations one by one. */
@Bench
@DisplayName("The cost of registrations by a file")
class BulkBenchTest {

    private static final Logger LOG = LoggerFactory.getLogger(BulkBenchTest.class);
    private static final int LINES = 10_000;
    private static final int WRONG = 100;
    private static final int ONES = 200;
    private static final int FILES = 3;

    @Autowired
    BulkDesk bulk;

    @Autowired
    CareDesk desk;

    @Autowired
    ProviderWorld world;

    private final Report report = new Report();
    private CareEstablishment clinic;
    private String insured;
    private String today;

    @BeforeAll
    void people() throws Exception {
        clinic = world.known(Sector.PRIVATE);
        insured = desk.insured();
        today = ProviderWorld.day(desk.today());
        ones(new Samples());
    }

    @AfterAll
    void print() {
        LOG.info("\n{}", report.text());
    }

    private List<String> bills(int lines) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        return new ArrayList<>(IntStream.range(0, lines)
                .mapToObj(i -> String.join(";", clinic.inpe(), insured, "", "", today, today, mark + i, "150,00"))
                .toList());
    }

    private void ones(Samples samples) throws Exception {
        for (int i = 0; i < ONES; i++) {
            samples.time(() -> desk.register(new Reimbursements.New(
                    clinic.inpe(),
                    insured,
                    "",
                    "",
                    desk.today(),
                    desk.today(),
                    UUID.randomUUID().toString(),
                    BigDecimal.TEN)));
        }
    }

    @Test
    @Order(1)
    @DisplayName("PROV-18 a file with wrong lines")
    void wrong() throws Exception {
        for (int wrong : new int[] {WRONG, LINES}) {
            Samples samples = new Samples();
            for (int i = 0; i < FILES; i++) {
                List<String> lines = bills(LINES);
                for (int at = 0; at < LINES; at += LINES / wrong) {
                    lines.set(at, lines.get(at).replace("150,00", "cent"));
                }
                byte[] file = BulkDesk.file(BulkKind.REIMBURSEMENTS, lines).getBytes(StandardCharsets.UTF_8);
                samples.time(() ->
                        assertThat(bulk.send(BulkKind.REIMBURSEMENTS, file)).isPresent());
            }
            report.figure(LINES + " lines, " + wrong + " of them wrong", samples.shown());
        }
    }

    @Test
    @Order(2)
    @DisplayName("PROV-18 a good file, checked and registered to its last line under numbers without a gap")
    void good() throws Exception {
        Samples one = new Samples();
        ones(one);
        Samples checked = new Samples();
        String file = BulkDesk.file(BulkKind.REIMBURSEMENTS, bills(LINES));
        checked.time(() -> bulk.take(BulkKind.REIMBURSEMENTS, file));
        report.figure(LINES + " good lines checked and taken", checked.shown());
        long id = bulk.latest().id();
        Samples lines = new Samples();
        long begin = System.nanoTime();
        while (bulk.file(id).isRunning()) {
            lines.time(() -> bulk.runOnce(id));
        }
        Duration whole = Duration.ofNanos(System.nanoTime() - begin);
        report.figure(LINES + " lines registered", whole.toSeconds() + " s");
        report.ratio("25 lines of a file / one registration", lines, one, "< 25");
        assertThat(bulk.numbers(id).stream()
                        .map(number -> Integer.parseInt(number.replaceAll("^DR-\\d{4}-", "")))
                        .toList())
                .isEqualTo(IntStream.range(first(id), first(id) + LINES).boxed().toList());
    }

    private int first(long id) {
        return Integer.parseInt(bulk.numbers(id).get(0).replaceAll("^DR-\\d{4}-", ""));
    }
}
