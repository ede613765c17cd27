package org.navette.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.navette.NavetteTest;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishment.Sector;
import org.navette.directory.CsvTable;
import org.navette.providers.BulkReport.Problem;
import org.springframework.beans.factory.annotation.Autowired;

@NavetteTest
@DisplayName("PROV-18 The reading of a file of many registrations")
class BulkReadingTest {

    @Autowired
    BulkDesk bulk;

    @Autowired
    CareDesk desk;

    @Autowired
    ProviderWorld world;

    @Autowired
    CnssAgency agency;

    private CareEstablishment clinic;
    private String insured;
    private String today;
    private BulkLines lines;

    @BeforeEach
    void people() {
        clinic = world.known(Sector.PRIVATE);
        insured = desk.insured();
        today = ProviderWorld.day(desk.today());
        lines = new BulkLines(clinic.inpe(), insured, today);
    }

    @Test
    @DisplayName("PROV-18 takes what spreadsheet programs write: Windows-1252, quotes, semicolons in them")
    void windows() {
        String invoice = "Été; \"bis\" " + UUID.randomUUID().toString().substring(0, 8);
        String text = BulkDesk.file(
                BulkKind.REIMBURSEMENTS, List.of(lines.bill("\"" + invoice.replace("\"", "\"\"") + "\"")));
        assertThat(bulk.send(BulkKind.REIMBURSEMENTS, text.getBytes(CsvTable.WINDOWS)))
                .isEmpty();
        long id = bulk.latest().id();
        bulk.run(id);
        String number = bulk.numbers(id).get(0);
        assertThat(desk.file(number).invoice()).isEqualTo(invoice);
        assertThat(desk.file(number).billed()).isEqualByComparingTo("100.00");
        assertThat(desk.timeline(number).get(0).actor().id()).isEqualTo(agency.supervisor());
    }

    @Test
    @DisplayName("PROV-18 takes a byte order mark, columns in another order, titles without case, accents and blanks")
    void titles() {
        String text =
                "\uFEFFmontant demande;N°CNSS;INPE;date de  RÉCEPTION;beneficiaire;\n\n1 234.50;%s;%s;%s;rim BENCHEKROUN;\n;;;;;\n"
                        .formatted(insured, clinic.inpe(), today);
        long id = bulk.take(BulkKind.PRIOR_AGREEMENTS, text);
        bulk.run(id);
        PriorAgreement made = desk.agreement(bulk.numbers(id).get(0));
        assertThat(made.requested()).isEqualByComparingTo("1234.50");
        assertThat(made.beneficiary()).isEqualTo("Rim Benchekroun");
        assertThat(made.receivedOn()).isEqualTo(desk.today());
        assertThat(desk.situation(made.number())).isEqualTo("received Reçue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 12345678 | INPE | L'INPE compte neuf chiffres.",
                "0 | 299999999 | INPE | Cet INPE n'est pas celui d'un établissement connu.",
                "1 | 1234 | N° CNSS | Le N° CNSS compte neuf chiffres.",
                "1 | 999999999 | N° CNSS | Aucun assuré n'a ce N° CNSS.",
                "2 | Zoé Vidal | Bénéficiaire | Aucun bénéficiaire de ce nom n'est rattaché à l'assuré.",
                "3 | '1234567890123456789012345678901' | N° de la PEC | Le N° de la PEC dépasse 30 caractères.",
                "4 | 31/02/2026 | Date de dépôt | La date de dépôt s'écrit jj/mm/aaaa.",
                "5 | '' | Date de soins | La date de soins s'écrit jj/mm/aaaa.",
                "5 | 31/12/2098 | Date de soins | La date de soins est à venir.",
                "4 | 01/02/2001 | Date de soins | Les soins sont postérieurs au dépôt du dossier.",
                "6 | '' | Référence de la facture | La référence de la facture est vide, ou dépasse 40 caractères.",
                "7 | 0 | Montant facturé | Le montant facturé s'écrit comme 1234,50 et dépasse zéro.",
                "7 | 12,345 | Montant facturé | Le montant facturé s'écrit comme 1234,50 et dépasse zéro.",
                "7 | 99999999999 | Montant facturé | Le montant facturé s'écrit comme 1234,50 et dépasse zéro.",
                "7 | =1+1 | Montant facturé | Le montant facturé s'écrit comme 1234,50 et dépasse zéro.",
            })
    @DisplayName("PROV-18 names the line, the column and what is wrong with it")
    void wrong(int cell, String value, String column, String problem) {
        String[] cells = lines.bill("F-1").split(";");
        cells[cell] = value;
        assertThat(bulk.problems(
                        BulkKind.REIMBURSEMENTS,
                        BulkDesk.file(BulkKind.REIMBURSEMENTS, List.of(lines.bill("F-0"), String.join(";", cells)))))
                .extracting(Problem::line, Problem::title, Problem::problem)
                .containsExactly(tuple(3L, column, problem));
    }

    @Test
    @DisplayName("PROV-18 names all that is wrong with a line, and a line that has not all columns")
    void severalProblems() {
        assertThat(bulk.problems(
                        BulkKind.REIMBURSEMENTS,
                        BulkDesk.file(
                                BulkKind.REIMBURSEMENTS,
                                List.of(
                                        "1;2;\u0007;;hier;" + today + ";;x",
                                        "a;b",
                                        lines.bill("F-0"),
                                        lines.bill("F-1") + ";x"))))
                .extracting(Problem::line, Problem::title)
                .containsExactlyInAnyOrder(
                        tuple(2L, "INPE"),
                        tuple(2L, "N° CNSS"),
                        tuple(2L, "Bénéficiaire"),
                        tuple(2L, "Date de dépôt"),
                        tuple(2L, "Référence de la facture"),
                        tuple(2L, "Montant facturé"),
                        tuple(3L, "Ligne entière"),
                        tuple(5L, "Ligne entière"));
    }

    @Test
    @DisplayName("PROV-18 refuses an invoice that is in the file twice, or in a file of the establishment already")
    void invoices() {
        String taken = "F-" + UUID.randomUUID();
        desk.register(new Reimbursements.New(
                clinic.inpe(), insured, "", "", desk.today(), desk.today(), taken, BigDecimal.TEN));
        CareEstablishment other = world.known(Sector.PRIVATE);
        assertThat(bulk.problems(
                        BulkKind.REIMBURSEMENTS,
                        BulkDesk.file(
                                BulkKind.REIMBURSEMENTS,
                                List.of(
                                        lines.bill("F-1"),
                                        lines.bill("F-2"),
                                        lines.bill(taken),
                                        lines.bill("F-1").replace(clinic.inpe(), other.inpe()),
                                        lines.bill(taken).replace(clinic.inpe(), other.inpe()),
                                        lines.bill("F-1")))))
                .extracting(Problem::line, Problem::problem)
                .containsExactly(
                        tuple(4L, "Cette facture est déjà dans un dossier de l'établissement."),
                        tuple(7L, "Cette facture du même établissement est déjà à la ligne 2."));
    }

    @Test
    @DisplayName("PROV-18 refuses a prior agreement that is in the file twice, whatever way its amount is written")
    void sameAgreement() {
        List<String> same = List.of(lines.agreement("12,50"), lines.agreement("12,51"), lines.agreement("12.5"));
        assertThat(bulk.problems(BulkKind.PRIOR_AGREEMENTS, BulkDesk.file(BulkKind.PRIOR_AGREEMENTS, same)))
                .extracting(Problem::line, Problem::title, Problem::problem)
                .containsExactly(tuple(
                        4L,
                        "Montant demandé",
                        "La même demande (assuré, bénéficiaire, jour et montant) est déjà à la ligne 2."));
    }

    @Test
    @DisplayName("PROV-18 refuses what is no such file, and says why")
    void unreadable() {
        String titles = String.join(";", BulkKind.PRIOR_AGREEMENTS.titles());
        refused("", "Ce fichier est vide.");
        refused("\uFEFF\r\n \r\n", "Ce fichier est vide.");
        refused(titles + "\r\n;;;;\r\n", "Ce fichier ne contient aucune ligne sous ses titres.");
        refused(titles + "\n\"1;2\n", "Les guillemets ne se suivent pas correctement à partir de la ligne 2.");
        refused("PK\u0003\u0004\u0000\u0000", "Ce fichier n'est pas un fichier CSV en UTF-8 ou en Windows-1252.");
        refused(
                titles + "\n" + "x;y\n".repeat(20_001),
                "Ce fichier dépasse 20\u00a0000 lignes. Partagez-le en plusieurs fichiers.");
        refused("x".repeat(6_000_000), "Ce fichier dépasse 5\u00a0Mo. Partagez-le en plusieurs fichiers.");
        refused(
                "INPE;Numéro;Bénéficiaire;INPE;Date de réception\n1;2;3;4;5",
                "Colonnes manquantes\u00a0: «\u00a0N° CNSS\u00a0», «\u00a0Montant demandé\u00a0». Colonnes inconnues ou en"
                        + " double\u00a0: «\u00a0Numéro\u00a0», «\u00a0INPE\u00a0». Les titres de la première ligne"
                        + " sont\u00a0: " + titles);
        assertThatThrownBy(() -> bulk.send(BulkKind.PRIOR_AGREEMENTS, new byte[] {(byte) 0xFF, (byte) 0x81, 'x'}))
                .hasMessage("Ce fichier n'est pas un fichier CSV en UTF-8 ou en Windows-1252.");
    }

    private void refused(String text, String why) {
        assertThatThrownBy(() -> bulk.send(BulkKind.PRIOR_AGREEMENTS, text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BulkRefused.class)
                .hasMessage(why);
    }
}
