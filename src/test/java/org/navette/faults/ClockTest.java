package org.navette.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Faults
@DisplayName("Clocks that jump and disagree")
class ClockTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int REQUESTS = 20;

    private Scene scene;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        scene = new Scene(folder, "clock");
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
    }

    @Test
    @DisplayName(
            "PART-14 fifteen days across both changes of the hour, an hour back, nodes two minutes apart: closed once")
    void jumps() throws Exception {
        int year = LocalDate.now(PARIS).getYear() + 1;
        across(ZonedDateTime.of(year, 3, 20, 10, 0, 0, 0, PARIS));
        across(ZonedDateTime.of(year, 10, 20, 10, 0, 0, 0, PARIS));
        assertThat(scene.invariants().violations()).isEmpty();
        Scene.until(
                "mails have left",
                Duration.ofMinutes(2),
                () -> scene.invariants().unsent() == 0);
        assertThat(scene.invariants().mailViolations(scene.site().mails().taken()))
                .isEmpty();
    }

    private void across(ZonedDateTime answered) throws Exception {
        clocks(answered);
        List<String> numbers =
                List.of(scene.site().node(0).ask("resolved " + REQUESTS).split(" "));
        // the calendar's fifteen days, whatever the hours are
        clocks(answered.plusDays(15).minusMinutes(10));
        still(numbers);
        clocks(answered.plusDays(15).minusMinutes(70));
        still(numbers);
        clocks(answered.plusDays(16));
        Scene.until("all closed", Duration.ofMinutes(2), () -> closed(numbers) == REQUESTS);
        TimeUnit.SECONDS.sleep(3);
        assertThat(closedOnce(numbers)).isEqualTo(REQUESTS);
        Scene.report("clocks across " + answered.toLocalDate(), closed(numbers) + " exchanges ended once");
    }

    private void still(List<String> numbers) throws InterruptedException {
        // longer than the job executor's pause
        TimeUnit.SECONDS.sleep(6);
        assertThat(closed(numbers)).isZero();
    }

    private void clocks(ZonedDateTime now) throws InterruptedException {
        long minutes = Duration.between(ZonedDateTime.now(PARIS), now).toMinutes();
        scene.site().node(0).ask("clock " + minutes);
        scene.site().node(1).ask("clock " + (minutes + 2));
    }

    private long closed(List<String> numbers) {
        return count("request where phase = 'CLOSED' and number in (:numbers)", numbers);
    }

    private long closedOnce(List<String> numbers) {
        return count(
                "request r where number in (:numbers) and (select count(*) from request_timeline t"
                        + " where t.request_id = r.id and t.label = 'Clôturé') = 1",
                numbers);
    }

    private long count(String rows, List<String> numbers) {
        return scene.site()
                .jdbc()
                .sql("select count(*) from " + rows)
                .param("numbers", numbers)
                .query(Long.class)
                .single();
    }
}
