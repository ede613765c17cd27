package org.navette.partners.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.navette.partners.PartnerWorld;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("The diagram partner-request")
class PartnerRequestTest {

    @Autowired
    PartnerWorld world;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("PART-16 lives from Nouveau over Pris en charge and Résolu to Clôturé when the fifteen days end")
    void wholeLife() {
        var desk = world.desk("331");
        String number = world.deposit(desk, "partners.case-review");
        assertThat(world.status(number)).isEqualTo("Nouveau");
        world.take(number);
        assertThat(world.status(number)).isEqualTo("Pris en charge");
        world.answer(number, "La réponse");
        assertThat(world.status(number)).isEqualTo("Résolu");
        world.later(Duration.ofDays(15).plusMinutes(1));
        assertThat(world.runDueTimers(number)).isEqualTo(1);
        assertThat(world.status(number)).isEqualTo("Clôturé");
        assertThat(world.isAlive(number)).isFalse();
    }
}
