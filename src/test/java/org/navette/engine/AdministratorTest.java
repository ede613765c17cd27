package org.navette.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@NavetteTest
@DisplayName("COMM-03 The administrator")
class AdministratorTest {

    @Autowired
    IdentityAtStart start;

    @Autowired
    IdentityService identity;

    @Test
    @DisplayName("COMM-03 of the configuration is there before anybody signs in")
    void configured() {
        assertThat(identity.createUserQuery()
                        .userId("first.admin")
                        .memberOfGroup(Agents.ADMINISTRATOR)
                        .count())
                .isEqualTo(1);
        assertThatCode(start::administered).doesNotThrowAnyException();
    }

    @Test
    @Transactional
    @DisplayName("COMM-03 is needed: without one agents would be led to a closed page, so nothing starts, and says why")
    void none() {
        identity.createUserQuery()
                .memberOfGroup(Agents.ADMINISTRATOR)
                .list()
                .forEach(user -> identity.deleteMembership(user.getId(), Agents.ADMINISTRATOR));
        assertThatExceptionOfType(NoAdministrator.class)
                .isThrownBy(start::administered)
                .satisfies(failure -> assertThat(
                                new NoAdministrator.Analyzer().analyze(failure).getAction())
                        .contains("navette.admin.login", "NAVETTE_ADMIN_PASSWORD"));
    }
}
