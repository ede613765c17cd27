package org.navette.providers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.Browser;
import org.navette.CountedStatements;
import org.navette.FormWithFile;
import org.navette.directory.CsvTable;
import org.navette.providers.BulkDesk;
import org.navette.providers.BulkKind;

@DisplayName("PROV-18 Files that the page of registrations refuses")
class WrongBulkOverHttpTest extends BulkOverHttp {

    private List<Long> rows() {
        return List.of("request", "reimbursement", "provider_import", "provider_import_line", "request_counter")
                .stream()
                .map(table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    @Test
    @DisplayName(
            "PROV-18 of 10,000 lines exactly the 100 wrong ones are reported, at the price of a few, and nothing is written")
    void manyLines() {
        List<String> lines = bills(10_000);
        // what 100 different lines have in a cell, and the column where it is wrong
        String[][] mistakes = {
            {"0", "123", "INPE"},
            {"0", "199999999", "INPE"},
            {"1", "999999998", "N° CNSS"},
            {"2", "Personne", "Bénéficiaire"},
            {"4", "30/02/2026", "Date de dépôt"},
            {"5", "31/12/2097", "Date de soins"},
            {"6", "", "Référence de la facture"},
            {"7", "=SOMME(A1)", "Montant facturé"},
            {"6", lines.get(0).split(";")[6], "Référence de la facture"},
            {"7", "-5", "Montant facturé"},
        };
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int at = 37 + i * 99;
            String[] mistake = mistakes[i % mistakes.length];
            String[] cells = lines.get(at).split(";");
            cells[Integer.parseInt(mistake[0])] = mistake[1];
            lines.set(at, String.join(";", cells));
            expected.add("\"" + (at + 2) + "\";\"" + mistake[2] + "\"");
        }
        List<Long> before = rows();

        List<Browser.Page> answers = new ArrayList<>();
        int small = CountedStatements.during(() -> answers.add(
                        send(BulkKind.REIMBURSEMENTS, BulkDesk.file(BulkKind.REIMBURSEMENTS, List.of("x;y")))))
                .size();
        String whole = BulkDesk.file(BulkKind.REIMBURSEMENTS, lines);
        List<String> large = CountedStatements.during(
                () -> answers.add(send(BulkKind.REIMBURSEMENTS, "Été.csv", whole.getBytes(CsvTable.WINDOWS))));

        assertThat(large).hasSizeLessThanOrEqualTo(small + 4);
        assertThat(rows()).isEqualTo(before);
        assertThat(answers).extracting(Browser.Page::status).containsOnly(302);
        var report = browser.get(answers.get(1).location());
        assertThat(report.text())
                .contains("Été.csv – Dossiers de remboursement", "Rien n'a été enregistré")
                .contains("100 lignes sont fausses sur 10000, avec 100 anomalies.");
        Browser.Page file = browser.get(answers.get(1).location() + "/fichier");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"anomalies.csv\"");
        List<String> reported = file.body()
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst("^(\"\\d+\";\"[^\"]*\").*", "$1"))
                .toList();
        assertThat(reported).containsExactlyElementsOf(expected);
        assertThat(file.body())
                .as("a cell that would run as a formula")
                .contains(";\"'=SOMME(A1)\";\"Le montant facturé s'écrit comme 1234,50 et dépasse zéro.\"")
                .doesNotContain(";\"=");
    }

    @Test
    @DisplayName("PROV-18 what is no such file is told beside the field, and never breaks the page")
    void noSuchFile() {
        browser.get(PAGE);
        var nothing = browser.post(PAGE, Map.of());
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text())
                .contains("2 points à corriger", "Choisissez ce que contient le fichier.", "Choisissez un fichier CSV");
        var empty = send(BulkKind.RIGHTS, "");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("1 point à corriger", "Choisissez un fichier CSV, qui ne soit pas vide.");
        assertThat(empty.body()).containsPattern("value=\"droits-des-assures\"[^>]*checked");
        var titles = send(BulkKind.RIGHTS, "A<b>;B\n1;2");
        assertThat(titles.status()).isEqualTo(422);
        assertThat(titles.text()).contains("Colonnes manquantes", "A<b>");
        assertThat(titles.body()).doesNotContain("A<b>");
        byte[] binary = new byte[50_000];
        new java.util.Random(7).nextBytes(binary);
        assertThat(send(BulkKind.RIGHTS, "photo.csv", binary).text())
                .contains("Ce fichier n'est pas un fichier CSV en UTF-8 ou en Windows-1252.");
        for (int size : new int[] {BulkSizes.SIX_MEGABYTES, BulkSizes.FIFTEEN_MEGABYTES}) {
            var large = browser.follow(send(BulkKind.RIGHTS, "gros.csv", new byte[size]));
            assertThat(large.status()).as(String.valueOf(size)).isEqualTo(413);
            assertThat(large.text().replace('\u00a0', ' ')).contains("Ce fichier dépasse 5 Mo.");
        }
        assertThat(send(BulkKind.RIGHTS, "juste.csv", new byte[5 * 1024 * 1024 + 1])
                        .text()
                        .replace('\u00a0', ' '))
                .contains("Ce fichier dépasse 5 Mo.");
        browser.get(PAGE);
        assertThat(FormWithFile.send(browser, PAGE, Map.of("kind", "x"), "file", "a.csv", "text/csv", new byte[] {1})
                        .text())
                .contains("Choisissez ce que contient le fichier.");
    }

    /** Bytes of files that are too large: for us, and for the container. */
    private static final class BulkSizes {

        private static final int SIX_MEGABYTES = 6 * 1024 * 1024;
        private static final int FIFTEEN_MEGABYTES = 15 * 1024 * 1024;
    }
}
