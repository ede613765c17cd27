package org.navette.funding;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Software;
import org.navette.directory.Softwares;
import org.navette.forms.Json;
import org.navette.funding.DeclaredFile.DeclaredRequest;
import org.navette.funding.ModifiablePart.Item;
import org.navette.funding.ModifiablePart.Shape;
import org.springframework.stereotype.Component;

/** Checks a modified request as if it were the one request of a file, and says what is wrong by the fields of the page. */
@Component
class ModificationCheck {

    private static final String REQUEST = "/demandes/0/";
    private static final String FOREIGN = " L'agence n'a pas demandé de modifier cette partie de la demande.";

    private final FileCheck files;
    private final FileSchema schema;
    private final Softwares softwares;
    private final FundingRows rows;
    private final Json json;

    ModificationCheck(FileCheck files, FileSchema schema, Softwares softwares, FundingRows rows, Json json) {
        this.files = files;
        this.schema = schema;
        this.softwares = softwares;
        this.rows = rows;
        this.json = json;
    }

    /**
     * What is wrong, by the names of {@link ModifiablePart}. What was wrong before in other parts is no concern of who
     * cannot change them.
     *
     * @param parts that can be changed
     * @param before the request as it is
     * @param after the request as it would be
     */
    Map<String, String> errors(FundingRequest own, List<ModifiablePart> parts, JsonNode before, JsonNode after) {
        Software software = softwares.find(own.ansNumber()).orElseThrow();
        Set<String> formal = formal(own, after);
        Map<String, String> errors = new LinkedHashMap<>();
        Set<Known> known = null;
        for (Finding finding : findings(own, after, software)) {
            String name = name(finding.pointer());
            ModifiablePart part = part(parts, name);
            if (part != null) {
                errors.putIfAbsent(place(part, name), message(part, name, formal.contains(finding.pointer()), finding));
                continue;
            }
            if (known == null) {
                known = findings(own, before, software).stream().map(Known::of).collect(Collectors.toSet());
            }
            if (!known.contains(Known.of(finding))) {
                errors.putIfAbsent("", finding.message() + FOREIGN);
            }
        }
        if (own.type() == RequestType.ADVANCE) {
            funded(own, software, after, errors);
        }
        return errors;
    }

    private record Known(String pointer, String message) {

        private static Known of(Finding finding) {
            return new Known(finding.pointer(), finding.message());
        }
    }

    private List<Finding> findings(FundingRequest own, JsonNode request, Software software) {
        byte[] file = json.write(DeclarationJson.file(own, request)).getBytes(StandardCharsets.UTF_8);
        var parameters = new FileParameters(own.type(), own.ansNumber(), own.vatRate());
        return files.simulate(file, parameters, software).groups().stream()
                .flatMap(group -> group.findings().stream())
                .filter(Finding::isError)
                .toList();
    }

    /** Where the schema objects: its words are for people with a file before them. */
    private Set<String> formal(FundingRequest own, JsonNode request) {
        Findings findings = new Findings();
        schema.checkRequest(request, REQUEST.substring(0, REQUEST.length() - 1), own.type(), findings);
        return findings.kept().stream().map(Finding::pointer).collect(Collectors.toCollection(HashSet::new));
    }

    private void funded(FundingRequest own, Software software, JsonNode after, Map<String, String> errors) {
        Map<String, String> pointers = FundedBeneficiaryRule.pointers(
                List.of(new DeclaredRequest(0, after)), CouloirTerms.of(software.couloir()));
        // what is no number is not looked for
        pointers.values().removeIf(pointer -> errors.containsKey(name(pointer)));
        rows.funded(own.ansNumber(), pointers.keySet(), own.id())
                .forEach(beneficiary -> errors.put(
                        name(Objects.requireNonNull(pointers.get(beneficiary))),
                        FundedBeneficiaryRule.taken(beneficiary.substring(beneficiary.indexOf(' ') + 1))));
    }

    private static String name(String pointer) {
        return pointer.startsWith(REQUEST) ? pointer.substring(REQUEST.length()).replace('/', '.') : pointer;
    }

    private static @Nullable ModifiablePart part(List<ModifiablePart> parts, String name) {
        return parts.stream()
                .filter(part -> part.path().isEmpty()
                        ? item(part, name) != null
                        : name.equals(part.path()) || name.startsWith(part.path() + "."))
                // a list of the scenario is nearer than the scenario
                .max(java.util.Comparator.comparingInt(part -> part.path().length()))
                .orElse(null);
    }

    /** The item with this name; null when the name is that of a part or of a row. */
    private static @Nullable Item item(ModifiablePart part, String name) {
        String property = name.substring(name.lastIndexOf('.') + 1);
        return part.items().stream()
                .filter(item -> item.property().equals(property))
                .filter(item -> part.shape() == Shape.ROWS || part.name(item).equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String place(ModifiablePart part, String name) {
        return item(part, name) == null ? part.anchor() : name;
    }

    private static String message(ModifiablePart part, String name, boolean formal, Finding finding) {
        Item item = item(part, name);
        if (item == null) {
            return part.shape() == Shape.ROWS ? part.problem() : finding.message();
        }
        return formal ? item.problem() : finding.message().replace(item.property(), ScenarioWords.of(item.property()));
    }
}
