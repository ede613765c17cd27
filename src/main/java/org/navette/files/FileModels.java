package org.navette.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.navette.engine.DecisionContract;
import org.navette.engine.DecisionContract.Output;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code attachment-rules} must keep for {@link RuleRow} to read it. */
@Configuration(proxyBeanMethods = false)
class FileModels {

    @Bean
    DecisionContract attachmentRulesContract() {
        return new DecisionContract(
                "attachment-rules",
                true,
                Set.of("context", "organism"),
                List.of(
                        Output.number("maxCount", true),
                        Output.number("maxBytes", true),
                        new Output("types", true, FileModels::types),
                        new Output("namePattern", false, FileModels::pattern),
                        new Output("pageFormat", false, FileModels::pageFormat),
                        Output.optionalText("nameRule"),
                        Output.optionalText("refusal")));
    }

    private static Optional<String> types(Object value) {
        return Arrays.stream(String.valueOf(value).split(","))
                .map(type -> type.strip().toLowerCase(java.util.Locale.ROOT))
                .filter(type -> !type.isEmpty() && FileKind.ofExtension(type).isEmpty())
                .findFirst()
                .map(type -> "les fichiers « " + type + " » ne peuvent pas être contrôlés");
    }

    private static Optional<String> pageFormat(Object value) {
        return PageFormat.of(String.valueOf(value)).isPresent()
                ? Optional.empty()
                : Optional.of("les formats de page possibles sont " + PageFormat.NAMES);
    }

    private static Optional<String> pattern(Object value) {
        try {
            Pattern.compile(String.valueOf(value));
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("ce n'est pas une expression régulière");
        }
    }
}
