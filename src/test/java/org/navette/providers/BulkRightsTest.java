package org.navette.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.NavetteTest;
import org.navette.providers.BulkReport.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NavetteTest
@DisplayName("PROV-18 PROV-08 The rights of insured persons from a file")
class BulkRightsTest {

    @Autowired
    BulkDesk bulk;

    @Autowired
    CareDesk desk;

    @Autowired
    JdbcClient jdbc;

    private String insured;

    @BeforeEach
    void person() {
        insured = desk.insured();
    }

    private static List<String> family(String number, String card) {
        return List.of(
                number + ";" + card + ";Assuré;Alaoui;Youssef;17/05/1960;01/01/2020;",
                number + ";;conjointe;Benchekroun;Rim;02/03/1965;01/01/2020;31/12/2030",
                number + ";;Enfant;Alaoui;Inès;04/05/2001;;");
    }

    private static String cnss() {
        return String.valueOf(600_000_000 + (int) (Math.random() * 99_999_999));
    }

    @Test
    @DisplayName("PROV-18 PROV-08 replaces the rights of the insured persons of a file")
    void rights() {
        String card = "ZZ" + insured.substring(2);
        List<String> lines = new ArrayList<>(family(insured, card));
        String other = cnss();
        lines.addAll(family(other, ""));
        long id = bulk.take(BulkKind.RIGHTS, BulkDesk.file(BulkKind.RIGHTS, lines));
        assertThat(bulk.file(id).entries()).isEqualTo(2);
        bulk.run(id);
        assertThat(bulk.file(id).registered()).isEqualTo(2);
        Insured known = desk.known(insured);
        assertThat(known.cni()).isEqualTo(card);
        assertThat(known.persons())
                .containsExactly(
                        new Insured.Person(
                                Insured.Relation.INSURED,
                                "Alaoui",
                                "Youssef",
                                LocalDate.of(1960, 5, 17),
                                LocalDate.of(2020, 1, 1),
                                null),
                        new Insured.Person(
                                Insured.Relation.SPOUSE,
                                "Benchekroun",
                                "Rim",
                                LocalDate.of(1965, 3, 2),
                                LocalDate.of(2020, 1, 1),
                                LocalDate.of(2030, 12, 31)),
                        new Insured.Person(
                                Insured.Relation.CHILD, "Alaoui", "Inès", LocalDate.of(2001, 5, 4), null, null));
        assertThat(desk.known(other).cni()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | Assuré | Conjoint | 2 | Lien | La première ligne d'un N° CNSS est celle de l'assuré.",
                "3 | conjointe | Assuré | 3 | Lien | Ce N° CNSS a déjà un assuré.",
                "3 | conjointe | Cousin | 3 | Lien | Le lien est Assuré, Conjoint ou Enfant.",
                "3 | ;;conjointe | ;AB12;conjointe | 3 | CNI | La CNI se donne à la ligne de l'assuré seulement.",
                "2 | ;CARD; | ;12; | 2 | CNI | La CNI compte une ou deux lettres, puis sept chiffres au plus.",
                "2 | ;CARD; | ;TAKEN; | 2 | CNI | Cette CNI est déjà celle d'un autre assuré.",
                "2 | Alaoui | 123 | 2 | Nom | Le nom est vide, ou dépasse 50 caractères.",
                "2 | Youssef | '' | 2 | Prénom | Le prénom est vide, ou dépasse 50 caractères.",
                "2 | 17/05/1960 | 17/05/1860 | 2 | Date de naissance | La date de naissance s'écrit jj/mm/aaaa.",
                "2 | 17/05/1960 | 17/05/2098 | 2 | Date de naissance | La date de naissance est à venir.",
                "2 | 01/01/2020 | bientôt | 2 | Début des droits | Le début des droits s'écrit jj/mm/aaaa.",
                "3 | 31/12/2030 | 31/12/2019 | 3 | Fin des droits | La fin des droits précède leur début.",
                "4 | 2001;; | 2001;;31/12/2030 | 4 | Fin des droits | La fin des droits est donnée sans leur début.",
                "4 | Inès;04/05/2001 | YOUSSEF;17/05/1960 | 4 | Nom | Cette personne est déjà à la ligne 2.",
                "3 | NUMBER | 12 | 3 | N° CNSS | Le N° CNSS compte neuf chiffres.",
                "2 | NUMBER | 12 | 2 | N° CNSS | Le N° CNSS compte neuf chiffres.",
                "3 | NUMBER | OTHER | 3 | Lien | La première ligne d'un N° CNSS est celle de l'assuré.",
            })
    @DisplayName("PROV-18 PROV-08 names what is wrong with the lines of an insured person, and that alone")
    void wrongRights(int line, String before, String after, int at, String column, String problem) {
        String number = cnss();
        String card = "YY" + number.substring(2);
        List<String> lines = new ArrayList<>(family(number, card));
        String taken = jdbc.sql("select cni from insured where cnss_number = ?")
                .param(insured)
                .query(String.class)
                .single();
        lines.set(
                line - 2,
                lines.get(line - 2)
                        .replace(
                                before.replace("NUMBER", number).replace("CARD", card),
                                after.replace("OTHER", cnss()).replace("TAKEN", taken)));
        List<Problem> problems = bulk.problems(BulkKind.RIGHTS, BulkDesk.file(BulkKind.RIGHTS, lines));
        if (after.equals("OTHER")) {
            assertThat(problems)
                    .extracting(Problem::line, Problem::title)
                    .containsExactly(tuple((long) at, column), tuple(4L, "N° CNSS"));
            assertThat(problems.get(1).problem()).endsWith("il est déjà à la ligne 2.");
        } else {
            assertThat(problems)
                    .extracting(Problem::line, Problem::title, Problem::problem)
                    .containsExactly(tuple((long) at, column, problem));
        }
    }

    @Test
    @DisplayName(
            "PROV-18 PROV-08 refuses a card that is in the file twice, and one that has become another's meanwhile")
    void cards() {
        String card = "XX" + insured.substring(2);
        List<String> lines = new ArrayList<>(family(cnss(), card));
        lines.addAll(family(cnss(), card));
        assertThat(bulk.problems(BulkKind.RIGHTS, BulkDesk.file(BulkKind.RIGHTS, lines)))
                .extracting(Problem::line, Problem::problem)
                .containsExactly(tuple(5L, "Cette CNI est déjà celle de la ligne 2."));
        String first = cnss();
        List<String> two = new ArrayList<>(family(first, card));
        two.addAll(family(insured, ""));
        long id = bulk.take(BulkKind.RIGHTS, BulkDesk.file(BulkKind.RIGHTS, two));
        jdbc.sql("update insured set cni = ? where cnss_number = ?")
                .params(card, desk.insured())
                .update();
        bulk.run(id);
        assertThat(bulk.numbers(id)).containsExactly("Cette CNI est déjà celle d'un autre assuré.", null);
        assertThat(desk.known(insured).cni()).isNull();
        assertThat(jdbc.sql("select count(*) from insured where cnss_number = ?")
                        .param(first)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
