package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.navette.funding.AmendmentDifferences.Difference;
import org.navette.funding.AmendmentDifferences.Kind;
import org.navette.funding.Declaration.Administrator;
import org.navette.funding.Declaration.Beneficiary;
import org.navette.funding.Declaration.Mandatary;
import org.navette.funding.Declaration.Scenario;
import org.navette.funding.Declaration.Site;

@DisplayName("FUND-20 What two versions of a request say differently")
class AmendmentDifferencesTest {

    private static final Beneficiary DUPONT = beneficiary("Dupont", "0199001001", "120780291");
    private static final Beneficiary MARTIN = beneficiary("Martin", "0199001002", "120780481");
    private static final Mandatary MANDATARY =
            new Mandatary("Lefèvre", "Deux Rives", null, "achats@rives.example", "0199001010");
    private static final Administrator ADMINISTRATOR = new Administrator("Ada", "ada@rives.example", "0199001011");
    private static final Scenario SCENARIO =
            new Scenario(Map.of("proSanteConnect", true, "messagerieCitoyenne", false), null, List.of());

    private static Beneficiary beneficiary(String name, String phone, String number) {
        return new Beneficiary(name, null, "b@val.example", phone, IdentifierKind.FINESS, number);
    }

    private static Declaration declaration(
            String day, String amount, List<Beneficiary> beneficiaries, Mandatary mandatary, Scenario scenario) {
        return new Declaration(
                1,
                "00017",
                LocalDate.parse(day),
                new BigDecimal(amount),
                null,
                beneficiaries,
                mandatary,
                List.of(ADMINISTRATOR),
                scenario);
    }

    private static Declaration plain() {
        return declaration("2026-04-20", "1074.99", List.of(DUPONT), null, SCENARIO);
    }

    private static ListAssert<Difference> differences(Declaration before, Declaration after) {
        return assertThat(AmendmentDifferences.between(before, after));
    }

    @Test
    @DisplayName("nothing, when they say the same")
    void none() {
        differences(plain(), plain()).isEmpty();
    }

    @Test
    @DisplayName("another date and another amount, field by field")
    void fields() {
        differences(plain(), declaration("2026-05-02", "1000.00", List.of(DUPONT), null, SCENARIO))
                .containsExactly(
                        new Difference(Kind.CHANGED, "Commande", "Date de la commande", "20/04/2026", "02/05/2026"),
                        new Difference(
                                Kind.CHANGED,
                                "Commande",
                                "Montant hors taxe déclaré",
                                "1\u202f074,99\u00a0€",
                                "1\u202f000,00\u00a0€"));
    }

    @Test
    @DisplayName("beneficiaries that were added, removed, or changed, told apart by their number")
    void beneficiaries() {
        Declaration two = declaration("2026-04-20", "1074.99", List.of(DUPONT, MARTIN), MANDATARY, SCENARIO);
        Declaration other = declaration(
                "2026-04-20",
                "1074.99",
                List.of(beneficiary("Nguyen", "1", "030000005"), beneficiary("Dupont", "0299001001", "120780291")),
                MANDATARY,
                SCENARIO);
        differences(two, other)
                .extracting(Difference::kind, Difference::part, Difference::field)
                .containsExactly(
                        tuple(Kind.ADDED, "Bénéficiaire 030000005", null),
                        tuple(Kind.CHANGED, "Bénéficiaire 120780291", "Téléphone"),
                        tuple(Kind.REMOVED, "Bénéficiaire 120780481", null));
        assertThat(AmendmentDifferences.between(two, other).get(0).after())
                .contains("Nom\u00a0: Nguyen", "Téléphone\u00a0: 1");
    }

    @Test
    @DisplayName("a mandatary that is new, one that is gone, one whose address is another")
    void mandatary() {
        Declaration with = declaration("2026-04-20", "1074.99", List.of(DUPONT), MANDATARY, SCENARIO);
        differences(plain(), with)
                .extracting(Difference::kind, Difference::part)
                .containsExactly(tuple(Kind.ADDED, "Mandataire"));
        differences(with, plain())
                .extracting(Difference::kind, Difference::part)
                .containsExactly(tuple(Kind.REMOVED, "Mandataire"));
        Mandatary moved = new Mandatary("Lefèvre", "Deux Rives", "11000001500013", "x@y.example", "0199001010");
        differences(with, declaration("2026-04-20", "1074.99", List.of(DUPONT), moved, SCENARIO))
                .extracting(Difference::field, Difference::before, Difference::after)
                .containsExactly(
                        tuple("SIRET", "–", "11000001500013"), tuple("E-mail", "achats@rives.example", "x@y.example"));
    }

    @Test
    @DisplayName("answers and establishments of the scenario")
    void scenario() {
        Site site = new Site("020018552", "V1", true, false, true, "GIP", "PH");
        Scenario sites = new Scenario(Map.of("proSanteConnect", false), "a@b.example", List.of(site));
        differences(plain(), declaration("2026-04-20", "1074.99", List.of(DUPONT), null, sites))
                .extracting(Difference::kind, Difference::field, Difference::before)
                .containsExactly(
                        tuple(Kind.CHANGED, ScenarioWords.of("proSanteConnect"), "Oui"),
                        tuple(Kind.ADDED, "Adresse de la boîte MSS citoyen", null),
                        tuple(Kind.ADDED, "FINESS géographique 020018552", null),
                        tuple(Kind.REMOVED, "Messagerie citoyenne", "Non"));
    }

    @Test
    @DisplayName("administrators, two of one name among them")
    void administrators() {
        Declaration before = plain();
        Declaration after = new Declaration(
                1,
                before.editorNumber(),
                before.orderedOn(),
                before.amount(),
                null,
                before.beneficiaries(),
                null,
                List.of(ADMINISTRATOR, new Administrator("Ada", "autre@rives.example", "0199001012")),
                SCENARIO);
        differences(before, after).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.ADDED);
            assertThat(one.part()).isEqualTo("Administrateur technique Ada (2)");
            assertThat(one.after()).contains("autre@rives.example");
        });
    }
}
