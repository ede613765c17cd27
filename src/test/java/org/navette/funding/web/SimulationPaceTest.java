package org.navette.funding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pace of the open simulator")
class SimulationPaceTest {

    @Test
    @DisplayName("FUND-01 who has waited may try again")
    void waited() {
        var clock = new Object() {
            Instant now = Instant.parse("2026-09-15T10:00:00Z");
        };
        SimulationPace pace = new SimulationPace(new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return clock.now;
            }
        });
        for (int i = 0; i < SimulationPace.FREE; i++) {
            assertThat(pace.admits("2001:db8::" + i)).isTrue();
        }
        assertThat(pace.admits("2001:db8::ffff")).isFalse();
        clock.now = clock.now.plus(SimulationPace.PAUSE);
        assertThat(pace.admits("2001:db8::1")).isTrue();
        assertThat(pace.admits("2001:db8::1")).isFalse();
        clock.now = clock.now.minusSeconds(86_400);
        assertThat(pace.admits("2001:db8::2")).isFalse();
        assertThat(pace.admits("192.0.2.1")).isTrue();
    }
}
