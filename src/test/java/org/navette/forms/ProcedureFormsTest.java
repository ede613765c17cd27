package org.navette.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.forms.FormsFixture.FORMS;
import static org.navette.forms.FormsFixture.problems;
import static org.navette.forms.FormsFixture.shipped;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The forms of procedures, on 15 May 2026")
class ProcedureFormsTest {

    private static final List<String> PEOPLE =
            List.of("procedures.legal-representative", "procedures.technical-representative");

    @ParameterizedTest
    @MethodSource("steps")
    @DisplayName("PROC-07 accept what is complete, and lay it out by their labels")
    void complete(String id) {
        Form form = shipped(id);
        Map<String, Object> clean = FORMS.check(form, answers(id), Map.of());
        assertThat(clean).hasSameSizeAs(answers(id));
        assertThat(FORMS.layout(form, clean, Map.of()).stream()
                        .flatMap(block -> block.lines().stream())
                        .map(Line::key))
                .containsExactlyElementsOf(clean.keySet());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("required")
    @DisplayName("PROC-07 refuse what leaves out a required answer, be it left out or blank")
    void required(String id, String key) {
        Form form = shipped(id);
        Map<String, Object> answers = answers(id);
        answers.remove(key);
        boolean isBox = answers(id).get(key) instanceof Boolean;
        assertThat(problems(form, answers, Map.of()))
                .isEqualTo(Map.of(
                        key, List.of(isBox ? "Cochez cette case pour continuer." : "Ce champ est obligatoire.")));
        answers.put(key, answers(id).get(key) instanceof Boolean ? false : " \u00a0 ");
        assertThat(problems(form, answers, Map.of())).containsOnlyKeys(key);
    }

    @ParameterizedTest(name = "{0} is stored {1}")
    @DisplayName("PROC-08 take names with apostrophes, hyphens and accents, and store the last name in capitals")
    @CsvSource(
            delimiter = '|',
            value = {
                "d'Almeida | D'ALMEIDA",
                "O’Connell | O’CONNELL",
                "Garnier-Noël | GARNIER-NOËL",
                "Le Goff d'Ûrbal | LE GOFF D'ÛRBAL",
                "Łukasiewicz | ŁUKASIEWICZ",
                "Nguyễn | NGUYỄN",
                "Œuvrard | ŒUVRARD",
                "Ÿ | Ÿ",
            })
    void names(String typed, String stored) {
        for (String id : PEOPLE) {
            Map<String, Object> answers = answers(id);
            answers.put("lastName", typed);
            answers.put("firstName", typed);
            assertThat(FORMS.check(shipped(id), answers, Map.of())).containsEntry("lastName", stored);
            // composed of two characters, as some keyboards do
            answers.put("lastName", java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFD));
            assertThat(FORMS.check(shipped(id), answers, Map.of())).containsEntry("lastName", stored);
        }
    }

    @ParameterizedTest(name = "{0}: \"{1}\"")
    @DisplayName("PROC-08 refuse names, dates and numbers that cannot be, each beside its field")
    @CsvSource(
            delimiter = '|',
            value = {
                "lastName | R2D2 | Le nom ne peut contenir que des lettres",
                "lastName | - | Le nom ne peut contenir que des lettres",
                "lastName | <b> | Le nom ne peut contenir que des lettres",
                "firstName | J. | Le prénom ne peut contenir que des lettres",
                "birthDate | 31/02/1980 | Cette date n'existe pas",
                "birthDate | 29/02/1981 | Cette date n'existe pas",
                "birthDate | 1980 | Saisissez la date sous la forme jj/mm/aaaa",
                "birthDate | 16/05/2008 | La personne doit avoir au moins 18 ans",
                "birthDate | 15/05/2030 | La personne doit avoir au moins 18 ans",
                "birthDate | 31/12/1899 | La personne doit avoir au moins 18 ans",
                "title | MME | ",
            })
    void people(String key, String wrong, String told) {
        for (String id : PEOPLE) {
            Map<String, Object> answers = answers(id);
            answers.put(key, wrong);
            assertThat(problems(shipped(id), answers, Map.of()))
                    .hasEntrySatisfying(
                            key, messages -> assertThat(messages.get(0)).startsWith(told == null ? "" : told));
        }
    }

    @Test
    @DisplayName("PROC-08 take somebody who is eighteen today, and a fourteen-digit establishment of La Poste")
    void justRight() {
        for (String id : PEOPLE) {
            Map<String, Object> answers = answers(id);
            answers.put("birthDate", "15/05/2008");
            assertThat(FORMS.check(shipped(id), answers, Map.of())).containsEntry("birthDate", "2008-05-15");
        }
        Map<String, Object> answers = answers("procedures.head-office");
        answers.put("siret", "356 000 000 09075");
        assertThat(FORMS.check(shipped("procedures.head-office"), answers, Map.of()))
                .containsEntry("siret", "35600000009075");
    }

    @ParameterizedTest(name = "{0} of {1} characters")
    @DisplayName("PROC-07 take texts of their full length and no character more")
    @CsvSource({
        "procedures.head-office, companyName, 120",
        "procedures.head-office, address, 100",
        "procedures.head-office, comment, 1000",
        "procedures.establishment, sign, 120",
        "procedures.establishment, city, 60",
        "procedures.technical, comment, 1000",
        "procedures.legal-representative, lastName, 60",
        "procedures.legal-representative, quality, 60",
        "procedures.technical-representative, qualification, 120",
    })
    void lengths(String id, String key, int most) {
        Map<String, Object> answers = answers(id);
        answers.put(key, "é".repeat(most));
        assertThat(problems(shipped(id), answers, Map.of())).isEmpty();
        answers.put(key, "é".repeat(most + 1));
        assertThat(problems(shipped(id), answers, Map.of())).containsOnlyKeys(key);
    }

    @Test
    @DisplayName("PROC-11 the agent's form asks for what goes with the outcome, and forgets the rest")
    void instruction() {
        Form form = shipped("procedure-request.instruct");
        Map<String, List<Option>> options = Map.of(
                "stepChoices", List.of(new Option("technical", "Responsables")),
                "documentChoices", List.of(new Option("kbis", "Extrait Kbis")));
        assertThat(problems(form, Map.of(), options)).containsOnlyKeys("outcome");
        assertThat(problems(form, Map.of("outcome", "CORRECTIONS"), options)).containsOnlyKeys("remarks");
        assertThat(problems(form, Map.of("outcome", "REFUSED"), options)).containsOnlyKeys("ground", "explanation");
        Map<String, Object> all = Map.of(
                "outcome", "ACCEPTED",
                "steps", List.of("technical"),
                "remarks", "x",
                "ground", "OTHER",
                "explanation", "x",
                "billingNumber", "123 456 789",
                "message", "Oui");
        assertThat(FORMS.check(form, all, options))
                .isEqualTo(Map.of("outcome", "ACCEPTED", "billingNumber", "123456789", "message", "Oui"));
        assertThat(problems(
                        form,
                        Map.of(
                                "outcome",
                                "CORRECTIONS",
                                "remarks",
                                "x",
                                "steps",
                                List.of("nowhere"),
                                "documents",
                                List.of("kbis", "bank")),
                        options))
                .containsOnlyKeys("steps", "documents");
    }

    static Stream<String> steps() {
        return Stream.of(
                "procedures.head-office",
                "procedures.establishment",
                "procedures.technical",
                "procedures.legal-representative",
                "procedures.technical-representative",
                "procedures.commitments");
    }

    static Stream<Arguments> required() {
        return steps().flatMap(id -> shipped(id).fields().stream()
                .filter(field -> field.rules().required())
                .map(field -> Arguments.of(id, field.key())));
    }

    /** Right answers to every field. */
    private static Map<String, Object> answers(String id) {
        Map<String, Object> all = new HashMap<>();
        for (Field field : shipped(id).fields()) {
            all.put(
                    field.key(),
                    switch (field.key()) {
                        case "siret" -> "73282932000074";
                        case "postcode" -> "75010";
                        case "phone" -> "0199001002";
                        case "email" -> "a.b@exemple.fr";
                        case "opensOn" -> "2026-02-03";
                        case "birthDate" -> "1980-02-29";
                        case "title" -> "MRS";
                        case "rpps" -> "10000000009";
                        case "adeli" -> "752612345";
                        case "accuracy", "obligations", "changes" -> true;
                        default -> "Élise";
                    });
        }
        return all;
    }
}
