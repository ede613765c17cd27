package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.AtOnce;
import org.navette.NavetteTest;
import org.navette.directory.Couloir;
import org.navette.files.RefusedFile;
import org.navette.files.StoredFile;
import org.navette.forms.InvalidAnswers;
import org.navette.requests.Submission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("FUND-03 Requests to the support")
class SupportRequestsTest {

    @Autowired
    SupportRequests support;

    @Autowired
    SupportWorld world;

    @Autowired
    FundingWorld suppliers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Test
    @DisplayName("FUND-03 somebody without an account gets a number; the file is the request's")
    void sent() {
        SupportAuthor author = world.unknown();
        UUID key = UUID.randomUUID();
        StoredFile file = world.upload(author, key, "simulation.json", "{");
        String email = SupportWorld.email();
        String number = support.send(
                author, world.submission(key, SupportWorld.answers(email), List.of(file.id())), world.proof());
        assertThat(number).matches("ASS-\\d{4}-\\d{6}");
        assertThat(world.status(number)).isEqualTo("En cours");
        assertThat(world.files(number)).extracting(StoredFile::name).containsExactly("simulation.json");
        SupportRequest own = world.own(number);
        assertThat(own.supplier()).isNull();
        assertThat(own.email()).isEqualTo(email);
        assertThat(own.answers()).containsEntry("phone", "0199001247").containsEntry("couloir", "HOP");
    }

    @Test
    @DisplayName("FUND-03 a supplier needs no proof, and is known beforehand")
    void supplier() {
        Supplier supplier = suppliers.supplier();
        SupportAuthor author = SupportAuthor.of(supplier);
        assertThat(support.prefill(author))
                .containsEntry("name", "D'HERVÉ Maëlle")
                .containsEntry("company", supplier.name())
                .containsEntry("email", supplier.correspondent().email())
                .containsEntry("phone", "0199001001");
        assertThat(support.prefill(world.unknown())).isEmpty();
        Map<String, Object> answers = SupportWorld.with(SupportWorld.answers("x@y.example"), "name", "D'HERVÉ Maëlle");
        String number = support.send(author, world.submission(UUID.randomUUID(), answers, List.of()), "");
        assertThat(world.own(number).supplier()).isEqualTo(supplier.id());
    }

    @Test
    @DisplayName("FUND-03 the same form sent twice, or twice at once, makes one request and uses one proof")
    void twice() {
        SupportAuthor author = world.unknown();
        String email = SupportWorld.email();
        Submission submission = world.submission(UUID.randomUUID(), SupportWorld.answers(email), List.of());
        String proof = world.proof();
        var outcomes = AtOnce.run(
                () -> support.send(author, submission, proof), () -> support.send(author, submission, proof));
        assertThat(outcomes).allMatch(AtOnce.Outcome::won);
        String number = support.send(author, submission, "");
        assertThat(world.letters(number)).hasSize(1);
        assertThat(requestsOf(email)).isEqualTo(1);
        assertThatThrownBy(() -> support.send(world.unknown(), submission, world.proof()))
                .as("somebody else's form")
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    @DisplayName("FUND-03 all or nothing: a bad proof, answer or file leaves no trace, and the proof is not spent")
    void allOrNothing() {
        SupportAuthor author = world.unknown();
        String email = SupportWorld.email();
        UUID key = UUID.randomUUID();
        Map<String, Object> answers = SupportWorld.answers(email);
        String proof = world.proof();
        assertThatExceptionOfType(SupportRefused.class)
                .isThrownBy(() -> support.send(author, world.submission(key, answers, List.of()), ""));
        assertThatExceptionOfType(InvalidAnswers.class)
                .isThrownBy(() -> support.send(
                        author, world.submission(key, SupportWorld.with(answers, "phase", "?"), List.of()), proof));
        StoredFile others = world.upload(world.unknown(), key, "a.txt", "Bonjour");
        assertThatExceptionOfType(RefusedFile.class)
                .as("somebody else's file")
                .isThrownBy(() -> support.send(author, world.submission(key, answers, List.of(others.id())), proof));
        assertThat(requestsOf(email)).isZero();
        String number = support.send(author, world.submission(key, answers, List.of()), proof);
        assertThat(world.letters(number)).containsExactly("funding/support-received");
    }

    @Test
    @DisplayName("FUND-03 one file at most")
    void oneFile() {
        SupportAuthor author = world.unknown();
        UUID key = UUID.randomUUID();
        world.upload(author, key, "a.txt", "Bonjour");
        assertThatExceptionOfType(RefusedFile.class).isThrownBy(() -> world.upload(author, key, "b.txt", "Bonsoir"));
    }

    @Test
    @DisplayName("FUND-03 the form offers the couloirs that the application knows")
    void couloirs() throws Exception {
        JsonNode form =
                json.readTree(Path.of("forms/funding/funding.contact.form").toFile());
        List<String> offered = form.findParents("key").stream()
                .filter(field -> field.path("key").asText().equals("couloir"))
                .flatMap(field -> StreamSupport.stream(field.path("values").spliterator(), false))
                .map(value ->
                        value.path("value").asText() + " " + value.path("label").asText())
                .toList();
        assertThat(offered)
                .containsExactlyElementsOf(Arrays.stream(Couloir.values())
                        .map(couloir -> couloir + " " + couloir.label())
                        .toList());
    }

    private int requestsOf(String email) {
        return jdbc.sql("select count(*) from funding_support_request where email = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }
}
