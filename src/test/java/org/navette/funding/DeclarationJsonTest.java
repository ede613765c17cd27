package org.navette.funding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.navette.directory.Couloir;
import org.navette.funding.DeclaredFile.DeclaredRequest;
import org.navette.funding.FundingRequest.Field;

@DisplayName("A declaration written as JSON, and on the page of a modification")
class DeclarationJsonTest {

    private static Stream<Arguments> examples() {
        return Stream.of(Couloir.values())
                .flatMap(couloir -> Stream.of(RequestType.values()).map(type -> Arguments.of(couloir, type)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("examples")
    @DisplayName("FUND-14 what was read from an example is written as the example, and read the same from the page")
    void thereAndBack(Couloir couloir, RequestType type) {
        SampleFile.of(type, couloir).root().path("demandes").forEach(example -> {
            Declaration declaration = Declarations.of(new DeclaredRequest(6, example), type);
            ObjectNode written = DeclarationJson.of(declaration, type);

            assertThat(Declarations.of(new DeclaredRequest(6, written), type)).isEqualTo(declaration);
            assertThat(written.properties().stream().map(java.util.Map.Entry::getKey))
                    .containsExactlyInAnyOrderElementsOf(example.properties().stream()
                            .map(java.util.Map.Entry::getKey)
                            .toList());

            EnumSet<Field> all = EnumSet.allOf(Field.class);
            CouloirTerms terms = CouloirTerms.of(couloir);
            if (!terms.administrators()) {
                all.remove(Field.ADMINISTRATORS);
            }
            List<ModifiablePart> parts = ModifiableParts.of(all, type, terms);
            TypedDeclaration page = TypedDeclaration.of(parts, written);
            ObjectNode empty = written.deepCopy().put("dateCommande", "2001-01-01");
            empty.remove(List.of(type.amountProperty(), "beneficiaires", "mandataire", "administrateursTechniques"));
            empty.putObject("scenarioInstallation");
            ObjectNode typed = TypedDeclaration.posted(parts, page.texts()).over(parts, empty);
            assertThat(Declarations.of(new DeclaredRequest(6, typed), type)).isEqualTo(declaration);
        });
    }
}
