package org.navette.funding;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.navette.directory.Couloir;
import org.navette.directory.Software;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.ClassPathResource;

/** A published example, to be spoiled, and the check that reads it without an application around. */
public final class SampleFile {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-09-15T10:00:00Z"), ZoneId.of("Europe/Paris"));

    private static final FileCheck PLAIN = checker();

    private final ObjectNode root;

    private SampleFile(ObjectNode root) {
        this.root = root;
    }

    /** The example for an advance or a balance in a couloir. */
    public static SampleFile of(RequestType type, Couloir couloir) {
        try {
            String name = "funding/examples/" + type.code().toLowerCase(java.util.Locale.ROOT) + "-"
                    + couloir.name().toLowerCase(java.util.Locale.ROOT) + ".json";
            return new SampleFile((ObjectNode) JSON.readTree(new ClassPathResource(name).getContentAsByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SampleFile advance(Couloir couloir) {
        return of(RequestType.ADVANCE, couloir);
    }

    static SampleFile balance(Couloir couloir) {
        return of(RequestType.BALANCE, couloir);
    }

    /** Puts a value, written as JSON, in the place of another. */
    public SampleFile with(String pointer, String value) {
        try {
            JsonPointer place = JsonPointer.compile(pointer);
            JsonNode parent = root.at(place.head());
            JsonNode node = JSON.readTree(value);
            if (parent instanceof ArrayNode list) {
                int index = place.last().getMatchingIndex();
                if (index < list.size()) {
                    list.set(index, node);
                } else {
                    list.add(node);
                }
            } else {
                ((ObjectNode) parent).set(place.last().getMatchingProperty(), node);
            }
            return this;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Leaves a property out. */
    public SampleFile without(String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        ((ObjectNode) root.at(place.head())).remove(place.last().getMatchingProperty());
        return this;
    }

    /** As many copies of the first request, each with numbers of its own. */
    public SampleFile times(int requests) {
        ArrayNode list = (ArrayNode) root.get("demandes");
        ObjectNode first = list.get(0).deepCopy();
        list.removeAll();
        for (int i = 0; i < requests; i++) {
            ObjectNode request = first.deepCopy();
            request.put("numeroEditeur", "N%05d".formatted(i));
            if (request.has("numeroDossierAvance")) {
                request.put(
                        "numeroDossierAvance",
                        request.get("numeroDossierAvance").asText().substring(0, 6) + "%06d".formatted(i));
            }
            ObjectNode beneficiary = (ObjectNode) request.at("/beneficiaires/0");
            for (IdentifierKind kind : IdentifierKind.values()) {
                if (beneficiary.has(kind.property())) {
                    beneficiary.put(kind.property(), (kind == IdentifierKind.RPPS ? "%011d" : "%09d").formatted(i + 1));
                }
            }
            list.add(request);
        }
        return this;
    }

    ObjectNode root() {
        return root;
    }

    /** The text, a value a line. */
    public String text() {
        return root.toPrettyString();
    }

    /** The file. */
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** What a page would have chosen. */
    FileParameters parameters() {
        return new FileParameters(
                RequestType.of(root.path("type").asText()).orElse(RequestType.ADVANCE),
                root.path("numeroANS").asText(),
                new BigDecimal("20"));
    }

    /** Checks the file with the parameters of its header. */
    FileReport check(Couloir couloir) {
        return check(bytes(), parameters(), couloir);
    }

    static FileReport check(byte[] bytes, FileParameters parameters, Couloir couloir) {
        return PLAIN.simulate(bytes, parameters, software(couloir, parameters.ansNumber()));
    }

    static FileReport check(String text, Couloir couloir) {
        return check(text.getBytes(StandardCharsets.UTF_8), advance(couloir).parameters(), couloir);
    }

    /** Without an application: no rule about suppliers. */
    static FileCheck checker(SupplierRule... rules) {
        try {
            var beans = new StaticListableBeanFactory();
            for (int i = 0; i < rules.length; i++) {
                beans.addBean("rule" + i, rules[i]);
            }
            return new FileCheck(new FileSchema(), beans.getBeanProvider(SupplierRule.class), NOW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A software referenced for all that the examples say. */
    static Software software(Couloir couloir, String number) {
        return new Software(
                number,
                "Logiciel d'essai",
                "TYPE",
                couloir,
                "DSR-" + couloir + "-Va1",
                1,
                Map.of(
                                Couloir.HOP, Set.of("General", "PFI-DMP", "PFI-MSS-Citoyen", "ProSanteConnect"),
                                Couloir.MDV, Set.of("General", "ProSanteConnect", "MSS-Citoyen"),
                                Couloir.RAD, Set.of("General", "DRIM-Source"),
                                Couloir.PHA, Set.of("General", "ProSanteConnect"),
                                Couloir.MS1, Set.of("General", "Personnes-agees", "Personnes-handicapees"))
                        .getOrDefault(couloir, Set.of("General")),
                LocalDate.of(2026, 1, 10),
                LocalDate.of(2026, 12, 31));
    }
}
