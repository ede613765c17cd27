package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.navette.funding.ReportWords.findings;
import static org.navette.funding.ReportWords.plain;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.navette.directory.Couloir;

@DisplayName("The check of a file")
class FileCheckTest {

    private static final String R = "/demandes/0/";
    private static final String B = "/demandes/0/beneficiaires/0/";
    private static final String S = "/demandes/0/scenarioInstallation/";

    @ParameterizedTest
    @EnumSource(Couloir.class)
    @DisplayName("FUND-09 the published examples are good, and what they declare is read")
    void examples(Couloir couloir) {
        for (RequestType type : RequestType.values()) {
            FileReport report = SampleFile.of(type, couloir).check(couloir);
            assertThat(report.ofFile()).isEmpty();
            assertThat(report.groups()).isEmpty();
            assertThat(report.requests()).isEqualTo(2);
            assertThat(report.good()).isEqualTo(2);
            assertThat(report.regime()).isEqualTo(VatRegime.TTC);
            Declaration first = report.declarations().get(0);
            assertThat(first.amount()).isEqualTo(new BigDecimal("1074.99"));
            assertThat(first.mandatary()).isNull();
            assertThat(first.beneficiaries()).hasSize(1);
            assertThat(first.advance()).isEqualTo(type == RequestType.ADVANCE ? null : "FIN" + couloir + "010719");
            Declaration second = report.declarations().get(1);
            assertThat(second.amount()).isEqualTo(new BigDecimal("2350.00"));
            assertThat(second.mandatary()).isNotNull();
            assertThat(second.administrators().isEmpty())
                    .isNotEqualTo(CouloirTerms.of(couloir).administrators());
        }
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // the header
                "/type | `\"ACOMPTE\"` | « type » a une valeur qui n'est pas admise. Reçu : « ACOMPTE ». | AVANCE ou SOLDE",
                "/type | 3 | « type » n'a pas le bon type. Reçu : 3. | Un texte entre guillemets.",
                "/numeroANS | `\"\"` | « numeroANS » est vide. | Numéro unique",
                "/tauxTVA | 19.6 | « tauxTVA » a une valeur qui n'est pas admise. Reçu : 19.6. | 0, 2.1, 5.5, 8.5, 10 ou 20",
                "/tauxTVA | `\"20\"` | « tauxTVA » n'a pas le bon type. Reçu : « 20 ». | sans guillemets",
                "/regimeTVA | `\"ttc\"` | « regimeTVA » a une valeur qui n'est pas admise. Reçu : « ttc ». | HT (hors taxe)",
                "/demandes | [] | La liste « demandes » est vide. | De 1 à 200",
                "/demandes | {} | « demandes » n'a pas le bon type. Reçu : un objet. | Une liste entre crochets.",
                "/Demandes | [] | « Demandes » n'est pas une propriété prévue ici. | Peut-être « demandes »",
                // a request
                "/demandes/0 | 12 | L'élément 1 de « demandes » n'a pas le bon type. Reçu : 12. | Un objet entre accolades.",
                R
                        + "numeroEditeur | `\"hop-17\"` | « numeroEditeur » n'a pas la forme attendue. Reçu : « hop-17 ». | lettres sans accent",
                R + "numeroEditeur | 17 | « numeroEditeur » n'a pas le bon type. Reçu : 17. | Exemple : \"00017\"",
                R
                        + "numeroEditeur | `\"123456789012345678901\"` | « numeroEditeur » a plus de 20 caractères. Reçu : « 123456789012345678901 ». | 20",
                R + "numeroEditeur | `\"00018\"` | déjà | différent",
                R
                        + "dateCommande | `\"2026-02-30\"` | « dateCommande » n'est pas une date du calendrier. Reçu : « 2026-02-30 ». | AAAA-MM-JJ",
                R
                        + "dateCommande | `\"12/05/2026\"` | « dateCommande » n'est pas une date du calendrier. Reçu : « 12/05/2026 ». | AAAA-MM-JJ",
                R + "dateCommande | null | « dateCommande » n'a pas le bon type. Reçu : null. | entre guillemets",
                R
                        + "dateCommande | `\"2026-01-09\"` | La commande du 09/01/2026 précède la prise d'effet du référencement, le 10/01/2026. | du 10/01/2026 au 31/12/2026",
                R
                        + "dateCommande | `\"2027-01-01\"` | La commande du 01/01/2027 suit la date limite du référencement, le 31/12/2026. | pas future",
                R + "dateCommande | `\"2026-09-16\"` | La commande du 16/09/2026 est dans le futur. | pas future",
                R
                        + "montantSegurHT | 12.345 | Le montant « montantSegurHT » doit avoir au plus 2 décimales. Reçu : 12.345. | 2 décimales",
                R
                        + "montantSegurHT | 0 | Le montant « montantSegurHT » doit être supérieur à 0. Reçu : 0. | supérieur à 0",
                R
                        + "montantSegurHT | -5 | Le montant « montantSegurHT » doit être supérieur à 0. Reçu : -5. | supérieur à 0",
                R
                        + "montantSegurHT | 10000000 | Le montant « montantSegurHT » dépasse 9999999.99. Reçu : 10000000. | 9999999.99",
                R
                        + "montantSegurHT | `\"1074,99\"` | « montantSegurHT » n'a pas le bon type. Reçu : « 1074,99 ». | Exemple : 1074.99",
                R
                        + "montantSegurHTFacture | 5 | « montantSegurHTFacture » n'est pas une propriété prévue ici. | Propriétés admises : numeroEditeur,",
                R
                        + "numeroDossierAvance | `\"x\"` | « numeroDossierAvance » n'est pas une propriété prévue ici. | montantSegurHT",
                R
                        + "montant_segur_ht | 5 | « montant_segur_ht » n'est pas une propriété prévue ici. | Peut-être « montantSegurHT »",
                R + "beneficiaires | [] | La liste « beneficiaires » est vide. | De 1 à 500",
                R + "administrateursTechniques | [] | La liste « administrateursTechniques » est vide. | De 1 à 10",
                R
                        + "scenarioInstallation | true | « scenarioInstallation » n'a pas le bon type. Reçu : true. | Un objet entre accolades.",
                R + "mandataire | {} | « raisonSociale » manque. | De 1 à 150 caractères",
                // a beneficiary
                B + "nom | `\"  \"` | « nom » n'a pas la forme attendue. Reçu : «    ». | De 1 à 100",
                B + "nom | `\"Du\\u0007pont\"` | « nom » n'a pas la forme attendue. Reçu : « Du□pont ». | De 1 à 100",
                B
                        + "nom | `\"Du\\u202epont\"` | Un texte contient un caractère qui n'existe pas, ou qui ne se voit pas. | sans changement de sens",
                B + "raisonSociale | `\"\"` | « raisonSociale » est vide. | De 1 à 150",
                B + "email | `\"dupont\"` | « email » n'a pas la forme attendue. Reçu : « dupont ». | nom@exemple.fr",
                B
                        + "telephone | `\"01 99 00 10 01\"` | « telephone » n'a pas la forme attendue. Reçu : « 01 99 00 10 01 ». | 10 chiffres",
                B + "telephone | 199001001 | « telephone » n'a pas le bon type. Reçu : 199001001. | entre guillemets",
                B
                        + "finessPmsi | `\"12078029\"` | « finessPmsi » n'a pas la forme attendue. Reçu : « 12078029 ». | 9 chiffres",
                B + "finessPmsi | `\"120780481\"` | déjà dans | une seule fois",
                B
                        + "finess | `\"120780291\"` | « finess » n'est pas un numéro de ce couloir. | Le couloir Hôpital attend « finessPmsi »",
                B + "rpps | `\"1\"` | « rpps » n'est pas un numéro de ce couloir. | finessPmsi",
                // the scenario
                S
                        + "pfiDmpIndependante | `\"oui\"` | « pfiDmpIndependante » n'a pas le bon type. Reçu : « oui ». | true ou false, sans guillemets.",
                S
                        + "pfiMssProIndependante | true | « pfiMssProIndependante » demande le profil « PFI-MSS-Pro », pour lequel le logiciel « Logiciel d'essai » n'est pas référencé. | Profils du logiciel : General, PFI-DMP",
                S
                        + "drimSource | true | « drimSource » n'est pas une propriété de ce couloir. | Le couloir Hôpital attend : pfiDmpIndependante",
                S
                        + "adresseMssCitoyen | `\"@\"` | « adresseMssCitoyen » n'a pas la forme attendue. Reçu : « @ ». | nom@exemple.fr",
                S + "autre | 1 | « autre » n'est pas une propriété prévue ici. | Propriétés admises"
            })
    @DisplayName("FUND-10 each mistake is told with its place, what is wrong and what is expected")
    void mistakes(String pointer, String value, String message, String expected) {
        SampleFile file = SampleFile.advance(Couloir.HOP).with(pointer, value);
        FileReport report =
                SampleFile.check(file.bytes(), SampleFile.advance(Couloir.HOP).parameters(), Couloir.HOP);
        assertThat(findings(report))
                .anySatisfy(finding -> {
                    assertThat(plain(finding.message())).contains(message);
                    assertThat(plain(finding.expected())).contains(expected);
                    assertThat(finding.isError()).isTrue();
                    assertThat(finding.line()).isPositive();
                    assertThat(finding.request())
                            .isEqualTo(
                                    finding.pointer().startsWith("/demandes/0")
                                            ? 1
                                            : finding.pointer().startsWith("/demandes/1") ? 2 : 0);
                })
                .allSatisfy(ReportWords::isFrench);
        assertThat(report.fileIsWrong() || report.good() < report.requests()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/type, 0",
        "/numeroANS, 0",
        "/tauxTVA, 0",
        "/regimeTVA, 0",
        "/demandes, 0",
        "/demandes/0/numeroEditeur, 1",
        "/demandes/0/dateCommande, 1",
        "/demandes/0/montantSegurHT, 1",
        "/demandes/0/beneficiaires, 1",
        "/demandes/0/scenarioInstallation, 1",
        "/demandes/0/administrateursTechniques, 1",
        "/demandes/1/mandataire, 2",
        "/demandes/1/mandataire/nom, 2",
        "/demandes/1/mandataire/raisonSociale, 2",
        "/demandes/1/beneficiaires/1/nom, 2",
        "/demandes/1/beneficiaires/1/email, 2",
        "/demandes/1/beneficiaires/1/telephone, 2",
        "/demandes/1/beneficiaires/1/finess, 2",
        "/demandes/0/scenarioInstallation/etablissements, 1",
        "/demandes/0/scenarioInstallation/etablissements/0/profilMetier, 1",
        "/demandes/0/scenarioInstallation/etablissements/0/finessGeographique, 1"
    })
    @DisplayName("FUND-10 what is missing is told at its own pointer, on the line of what should contain it")
    void missing(String pointer, int request) {
        FileReport report = SampleFile.check(
                SampleFile.advance(Couloir.MS1).without(pointer).bytes(),
                SampleFile.advance(Couloir.MS1).parameters(),
                Couloir.MS1);
        assertThat(findings(report)).singleElement().satisfies(finding -> {
            assertThat(finding.pointer()).isEqualTo(pointer);
            assertThat(finding.request()).isEqualTo(request);
            assertThat(finding.line()).isPositive();
            assertThat(finding.message()).containsAnyOf("manque", "pas de mandataire");
        });
    }

    @Test
    @DisplayName("FUND-10 the line is that of the property, whatever surrounds it")
    void lines() {
        SampleFile file = SampleFile.advance(Couloir.MDV)
                .with("/demandes/1/beneficiaires/1/email", "\"rien\"")
                .with("/demandes/0/montantSegurHT", "1.234");
        List<String> lines = file.text().lines().toList();
        FileReport report = file.check(Couloir.MDV);
        assertThat(findings(report))
                .extracting(Finding::pointer)
                .containsExactly("/demandes/0/montantSegurHT", "/demandes/1/beneficiaires/1/email");
        assertThat(findings(report))
                .allSatisfy(finding -> assertThat(lines.get(finding.line() - 1)).containsAnyOf("1.234", "rien"));
        assertThat(report.groups()).extracting(FileReport.Group::editorNumber).containsExactly("00017", "00018");
    }

    @Test
    @DisplayName("FUND-10 every error of every request is told at once, and the good request stays good")
    void all() {
        FileReport report = SampleFile.advance(Couloir.MDV)
                .with("/demandes/0/montantSegurHT", "0")
                .with("/demandes/0/dateCommande", "\"2025-01-01\"")
                .with("/demandes/0/beneficiaires/0/email", "1")
                .without("/demandes/0/beneficiaires/0/rpps")
                .without("/demandes/0/scenarioInstallation/proSanteConnect")
                .check(Couloir.MDV);
        assertThat(report.good()).isEqualTo(1);
        assertThat(report.wrong()).isEqualTo(1);
        assertThat(report.groups()).singleElement().satisfies(group -> {
            assertThat(group.errors()).isEqualTo(5);
            assertThat(group.rank()).isEqualTo(1);
        });
        assertThat(report.declarations()).extracting(Declaration::editorNumber).containsExactly("00018");
    }

    @Test
    @DisplayName("FUND-08 parameters that differ from the header are errors which name both, and nothing is kept")
    void mismatches() {
        FileReport report = SampleFile.check(
                SampleFile.advance(Couloir.HOP).bytes(),
                new FileParameters(RequestType.BALANCE, "autre001", new BigDecimal("5.5")),
                Couloir.HOP);
        assertThat(report.ofFile())
                .extracting(finding -> plain(finding.message()))
                .containsExactly(
                        "Le type choisi sur la page est « SOLDE », celui du fichier est « AVANCE ».",
                        "Le numéro ANS choisi sur la page est « autre001 », celui du fichier est « hop7dpi002 ».",
                        "Le taux de TVA choisi sur la page est 5.5 %, celui du fichier est 20 %.");
        assertThat(report.good()).isEqualTo(2);
        assertThat(report.fileIsWrong()).isTrue();
        assertThat(report.declarations()).isEmpty();
    }

    @Test
    @DisplayName("FUND-10 warnings keep the request: a mandatary for one, TTC without a rate")
    void warnings() {
        SampleFile file = SampleFile.advance(Couloir.HOP).with("/tauxTVA", "0");
        file.with(
                "/demandes/0/mandataire",
                file.root().at("/demandes/1/mandataire").toString());
        FileReport report = SampleFile.check(
                file.bytes(),
                new FileParameters(RequestType.ADVANCE, "HOP7DPI002 ", new BigDecimal("0.0")),
                Couloir.HOP);
        assertThat(findings(report)).hasSize(2).noneMatch(Finding::isError);
        assertThat(report.warned()).isEqualTo(1);
        assertThat(report.good()).isEqualTo(2);
        assertThat(report.declarations()).hasSize(2);
    }

    @Test
    @DisplayName("FUND-10 a balance is of an advance of its couloir, and of one that no other request balances")
    void balances() {
        FileReport report = SampleFile.balance(Couloir.MS1)
                .with("/demandes/0/numeroDossierAvance", "\"FINHOP010719M0\"")
                .check(Couloir.MS1);
        assertThat(findings(report)).singleElement().satisfies(finding -> assertThat(plain(finding.message()))
                .isEqualTo(
                        "Le dossier « FINHOP010719M0 » n'est pas du couloir MS1, celui du logiciel « ms17dui001 »."));
        FileReport twice = SampleFile.balance(Couloir.MS1)
                .with("/demandes/1/numeroDossierAvance", "\"FINMS1010719M0\"")
                .check(Couloir.MS1);
        assertThat(findings(twice)).singleElement().satisfies(finding -> assertThat(finding.message())
                .contains("celui de la demande 1"));
    }

    @Test
    @DisplayName("FUND-10 rules about suppliers are asked for a supplier, never for everyone")
    void hook() {
        FileCheck check = SampleFile.checker((file, context, supplier, findings) -> file.requests()
                .forEach(request -> findings.error(
                        request.pointer("numeroEditeur"), "déjà utilisé par " + supplier.name(), "un autre")));
        SampleFile file = SampleFile.advance(Couloir.HOP);
        var software = SampleFile.software(Couloir.HOP, "hop7dpi002");
        Supplier supplier = new Supplier(
                java.util.UUID.randomUUID(),
                java.util.UUID.randomUUID(),
                "FRN00001",
                "11000001500013",
                "Moi",
                "ici",
                FundingWorld.contact("Anne"),
                null,
                "asp");
        assertThat(check.simulate(file.bytes(), file.parameters(), software).isClean())
                .isTrue();
        FileReport report = check.check(file.bytes(), file.parameters(), software, supplier);
        assertThat(findings(report)).hasSize(2).allMatch(finding -> finding.message()
                .contains("Moi"));
        assertThat(report.good()).isZero();
    }
}
