package org.navette.funding;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The published schema of the files (FUND-09), and the version of all rules. A file is checked part by part, its header
 * and then each request, so that a request with thousands of mistakes does not sit in memory with all the others.
 */
@Component
public class FileSchema {

    /** To be raised whenever a rule changes that is not in the schema: a simulation made before counts no more then. */
    static final int RULES = 1;

    private static final String NAME = "funding/demandes.schema.json";
    private static final String BASE = "urn:navette:segur:demandes";

    private final byte[] bytes;
    private final JsonNode tree;
    private final Schema header;
    private final Schema advance;
    private final Schema balance;
    private final SchemaWords words;
    private final String version;

    FileSchema() throws IOException {
        bytes = new ClassPathResource(NAME).getContentAsByteArray();
        tree = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(bytes);
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(
                                Map.of(BASE, new String(bytes, StandardCharsets.UTF_8)))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        header = registry.getSchema(SchemaLocation.of(BASE));
        advance = registry.getSchema(SchemaLocation.of(BASE + "#/$defs/demandeAvance"));
        balance = registry.getSchema(SchemaLocation.of(BASE + "#/$defs/demandeSolde"));
        words = new SchemaWords(tree);
        version = RULES + "-" + digest(bytes).substring(0, 16);
    }

    /** The schema itself, as it is published. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The schema, to be read only. */
    public JsonNode tree() {
        return tree;
    }

    /** Changes whenever any rule does. */
    public String version() {
        return version;
    }

    /** The VAT rates that there are, in per cent. */
    public List<BigDecimal> vatRates() {
        List<BigDecimal> rates = new ArrayList<>();
        tree.at("/properties/tauxTVA/enum").forEach(rate -> rates.add(rate.decimalValue()));
        return rates;
    }

    /** Checks everything but what each request says. */
    void checkHeader(JsonNode root, Findings findings) {
        JsonNode alone = root;
        boolean some = root.path("demandes").isArray() && !root.path("demandes").isEmpty();
        if (some && root instanceof ObjectNode object) {
            // one of them stands for all, and is looked at by itself
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            copy.setAll(object);
            copy.putArray("demandes").add(0);
            alone = copy;
        }
        List<Error> errors = header.validate(alone);
        words.tell(
                some
                        ? errors.stream()
                                .filter(error ->
                                        !error.getInstanceLocation().toString().startsWith("/demandes"))
                                .toList()
                        : errors,
                "",
                findings);
    }

    /** Checks one request. */
    void checkRequest(JsonNode request, String pointer, RequestType type, Findings findings) {
        words.tell((type == RequestType.ADVANCE ? advance : balance).validate(request), pointer, findings);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
