package org.navette.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The papers of the health professionals")
class MembershipPaperTest {

    private static final String MEMBERSHIP = "providers/membership";
    private static final String RECEIPT = "providers/receipt";

    private final Printing printing = new Printing();

    @ParameterizedTest(name = "public sector: {0}")
    @CsvSource({"false, 610-1-14, privés, الخاصة", "true, 610-1-16, publics, العمومية"})
    @DisplayName("PROV-01 the form has its sector's reference and everything that was typed")
    void typed(boolean publicSector, String reference, String french, String arabic) throws Exception {
        Map<String, Object> model = membership(publicSector);
        String text = Paper.of(printing.pdf(MEMBERSHIP, model)).text();

        assertThat(text)
                .contains(
                        "Référence : " + reference,
                        "pour les établissements " + french + " de soins",
                        "للمؤسسات العلاجية " + arabic,
                        "PS-2026-000123",
                        "090061234",
                        "7654321",
                        "CLINIQUE AL AMAL",
                        "12, rue des Orangers",
                        "CASABLANCA",
                        "EL IDRISSI",
                        "091234567",
                        "amina.elidrissi@exemple.ma",
                        "0661 23 45 67",
                        "22/11/2026",
                        "Je soussigné(e) Amina EL IDRISSI certifie",
                        "Réception",
                        "Traitement",
                        "Contrôle",
                        "Tous les champs sont obligatoires.");
        for (String privateOnly : new String[] {"001525713000045", "BK123456", "copie de la CNI", "بطاقة الإقامة"}) {
            assertThat(text.contains(privateOnly)).as(privateOnly).isEqualTo(!publicSector);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MEMBERSHIP, Initialisation du mot de passe, X Nouveau mot de passe",
        "RESET, X Initialisation du mot de passe, Nouveau mot de passe"
    })
    @DisplayName("PROV-01 one box is ticked, according to what is asked")
    void ticked(String kind, String initialisation, String next) throws Exception {
        Map<String, Object> model = membership(false);
        model.put("kind", kind);
        assertThat(Paper.of(printing.pdf(MEMBERSHIP, model)).text().lines().map(String::strip))
                .anyMatch(line -> line.startsWith(initialisation) && line.contains(" " + next + " "));
    }

    @Test
    @DisplayName("PROV-01 Arabic is joined, reads from right to left and keeps Latin names readable")
    void arabic() throws Exception {
        Paper paper = Paper.of(printing.pdf(MEMBERSHIP, membership(false)));
        assertThat(paper.text()).contains("رقم الملف", "تعريف المؤسسة العلاجية");
        assertThat(paper.rightHalf())
                .contains(
                        "أنا الموقع(ة) أسفله السيد(ة) Amina EL IDRISSI أشهد بصحة المعلومات",
                        "الصندوق الوطني للضمان الاجتماعي");
        // letters are drawn in the form that their neighbours ask for; a hamza has one only
        assertThat(paper.drawn()).contains("ﺍﻟﻤﻠﻒ").doesNotContainPattern("[\\u0622-\\u063A\\u0641-\\u064A]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "W", "É", "ABCDEFGHIJ KLMNOPQRSTUVW ", "مركز الأمل الطبي "})
    @DisplayName("PROV-01 names of a hundred letters wrap: one page, nothing outside of the margins")
    void longNames(String letters) throws Exception {
        String name = letters.repeat(100).substring(0, 100);
        for (boolean publicSector : new boolean[] {true, false}) {
            Map<String, Object> model = membership(publicSector);
            for (String key : new String[] {"name", "address", "city", "lastName", "firstName"}) {
                model.put(key, name);
            }
            model.put("email", "w".repeat(64) + "@" + "m".repeat(31) + ".com");
            Paper paper = Paper.of(printing.pdf(MEMBERSHIP, model));
            assertThat(paper.pages()).isEqualTo(1);
            assertThat(paper.outside()).isEmpty();
            assertThat(paper.text()).contains("Tous les champs sont obligatoires.");
        }
        Map<String, Object> receipt = receipt();
        receipt.put("name", name);
        receipt.put("agency", name);
        Paper paper = Paper.of(printing.pdf(RECEIPT, receipt));
        assertThat(paper.pages()).isEqualTo(1);
        assertThat(paper.outside()).isEmpty();
    }

    @Test
    @DisplayName("PROV-01 markup, expressions and control characters in a name are printed as typed, or not at all")
    void literal() throws Exception {
        Map<String, Object> model = membership(false);
        model.put("name", "<b>Amal</b> & <img src='http://exemple.ma/x'/>");
        model.put("city", "[(${7*7})] \u0001\uD800Fès");
        assertThat(Paper.of(printing.pdf(MEMBERSHIP, model)).text())
                .contains("<b>Amal</b> & <img src='http://exemple.ma/x'/>", "[(${7*7})] Fès");
    }

    @ParameterizedTest
    @ValueSource(strings = {MEMBERSHIP, RECEIPT})
    @DisplayName("PROV-01 a paper has its fonts in it, a language, a title and tags for screen readers")
    void accessible(String template) throws Exception {
        Map<String, Object> model = membership(false);
        model.putAll(receipt());
        try (var document = Paper.of(printing.pdf(template, model)).open()) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentInformation().getTitle()).contains("PS-2026-000123");
            assertThat(new PDViewerPreferences(catalog.getViewerPreferences().getCOSObject()).displayDocTitle())
                    .isTrue();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
        }
        assertThat(Paper.of(printing.pdf(template, model)).fonts())
                .hasSize(4)
                .allSatisfy((name, embedded) -> assertThat(embedded).as(name).isTrue());
    }

    @Test
    @DisplayName("PROV-02 the receipt says what was received, when and where, in both languages")
    void received() throws Exception {
        Map<String, Object> model = receipt();
        Paper paper = Paper.of(printing.pdf(RECEIPT, model));
        assertThat(paper.text())
                .contains("Accusé de réception", "وصل بالاستلام", "PS-2026-000123", "090061234", "CLINIQUE AL AMAL")
                .contains(
                        "L’agence Casablanca Anfa a reçu le 23/11/2026",
                        "demande d’adhésion",
                        "copie de la CNI",
                        "CNSS");
        assertThat(paper.rightHalf()).contains("توصلت وكالة Casablanca Anfa بتاريخ 23/11/2026");
        model.put("identityCopy", false);
        model.put("kind", "RESET");
        assertThat(Paper.of(printing.pdf(RECEIPT, model)).text())
                .contains("réinitialisation du compte")
                .doesNotContain("CNI", "demande d’adhésion");
    }

    @Test
    @DisplayName("a paper that is not there is refused")
    void unknown() {
        for (String name : new String[] {"providers/nothing", "../print/providers/receipt", "providers", ""}) {
            assertThatThrownBy(() -> printing.pdf(name, Map.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Map<String, Object> membership(boolean publicSector) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "number", "PS-2026-000123",
                "kind", "MEMBERSHIP",
                "publicSector", publicSector,
                "inpe", "090061234",
                "cnssId", "7654321",
                "name", "CLINIQUE AL AMAL",
                "address", "12, rue des Orangers",
                "city", "CASABLANCA"));
        model.putAll(Map.of(
                "lastName", "EL IDRISSI",
                "firstName", "Amina",
                "practitionerInpe", "091234567",
                "email", "amina.elidrissi@exemple.ma",
                "gsm", "0661 23 45 67",
                "day", "22/11/2026"));
        // typed although nobody asked for it: a public establishment's form must not show it
        model.put("ice", "001525713000045");
        model.put("identity", "BK123456");
        return model;
    }

    private static Map<String, Object> receipt() {
        return new HashMap<>(Map.of(
                "number", "PS-2026-000123",
                "kind", "MEMBERSHIP",
                "inpe", "090061234",
                "name", "CLINIQUE AL AMAL",
                "receivedOn", "23/11/2026",
                "agency", "Casablanca Anfa",
                "identityCopy", true,
                "organism", "CNSS"));
    }
}
