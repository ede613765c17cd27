package org.navette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Modeler;
import org.navette.NavetteTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@NavetteTest
@DisplayName("At start, shipped models")
class ModelDeploymentTest {

    private static final String FORM =
            """
            {"id": "%s", "type": "default", "components": [{"type": "textfield", "key": "a", "label": "%s"}]}
            """;

    @LocalServerPort
    int port;

    @Autowired
    ModelDeployment models;

    @Autowired
    DeployedForms forms;

    @Autowired
    RepositoryService repository;

    private final String id = "test.shipped-" + UUID.randomUUID();
    private Modeler owner;

    @BeforeEach
    void open(@Autowired ApplicationContext application) {
        owner = new Modeler(application, port);
    }

    @AfterEach
    void takeBack() {
        owner.close();
        repository.createDeploymentQuery().deploymentSource(ModelDeployment.NAME).list().stream()
                .filter(deployment -> repository
                        .getDeploymentResourceNames(deployment.getId())
                        .contains(id + ".form"))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    @DisplayName("COMM-13 are deployed when they are new or have changed, and left alone when they have not")
    void onlyChanges() {
        assertThat(start("un")).isEmpty();
        assertThat(start("un")).isEmpty();
        assertThat(inForce()).isEqualTo("un 1");
        assertThat(start("deux")).isEmpty();
        assertThat(inForce()).isEqualTo("deux 2");
    }

    @Test
    @DisplayName(
            "COMM-13 never replace an owner's version: the conflict is reported at each start and the owner's stays")
    void conflict() {
        start("un");
        owner.deploy(java.util.Map.of(id + ".form", form("celle du pilote")));
        assertThat(start("un")).as("shipped as before").isEmpty();
        assertThat(inForce()).isEqualTo("celle du pilote 2");
        assertThat(start("deux")).containsExactly(id + ".form");
        assertThat(start("deux")).containsExactly(id + ".form");
        assertThat(inForce()).isEqualTo("celle du pilote 2");
    }

    @Test
    @DisplayName("COMM-13 follow again once the owner has gone back to what was shipped, or has taken it over")
    void again() {
        start("un");
        owner.deploy(java.util.Map.of(id + ".form", form("celle du pilote")));
        assertThat(start("celle du pilote")).as("the same as the owner's").isEmpty();
        assertThat(start("trois")).isEmpty();
        assertThat(inForce()).startsWith("trois");
    }

    private List<String> start(String label) {
        return models.deploy(
                List.of(new ModelDeployment.Model(id + ".form", form(label).getBytes(StandardCharsets.UTF_8))));
    }

    private String form(String label) {
        return FORM.formatted(id, label);
    }

    private String inForce() {
        DeployedForm form = forms.latest(id);
        return form.json().replaceAll("(?s).*\"label\": \"([^\"]+)\".*", "$1") + " " + form.version();
    }
}
