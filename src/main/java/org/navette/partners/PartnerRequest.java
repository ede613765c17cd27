package org.navette.partners;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.navette.forms.Option;

/** What a request of the espace has of its own: the answers to its offer's form, and the state of the exchange. */
@Entity
public class PartnerRequest {

    /** The espace's code. */
    public static final String ESPACE = "partners";

    /** How many questions the partner can ask after the answer (PART-15). */
    public static final int ROUNDS = 4;

    static final String COMMENT = "comment";

    @Id
    private long id;

    private String offer;
    private String formDefinitionId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> answers;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, List<Option>> options;

    private boolean takesFiles;

    @Nullable
    private Instant exchangeEndsAt;

    private int rounds;

    /** For JPA. */
    protected PartnerRequest() {
        this(0, "", "", Map.of(), Map.of(), false);
    }

    PartnerRequest(
            long id,
            String offer,
            String formDefinitionId,
            Map<String, Object> answers,
            Map<String, List<Option>> options,
            boolean takesFiles) {
        this.id = id;
        this.offer = offer;
        this.formDefinitionId = formDefinitionId;
        this.answers = answers;
        this.options = options;
        this.takesFiles = takesFiles;
    }

    public long id() {
        return id;
    }

    public String offer() {
        return offer;
    }

    /** The version of the form that was answered. */
    public String formDefinitionId() {
        return formDefinitionId;
    }

    public Map<String, Object> answers() {
        return answers;
    }

    /** The choices that were offered at the deposit. */
    public Map<String, List<Option>> options() {
        return options;
    }

    /** Whether the offer's form has a place for files. */
    public boolean takesFiles() {
        return takesFiles;
    }

    public Optional<String> comment() {
        return Optional.ofNullable((String) answers.get(COMMENT));
    }

    void comment(String text) {
        Map<String, Object> changed = new HashMap<>(answers);
        changed.put(COMMENT, text);
        answers = changed;
    }

    /** When the exchange ends; empty until the answer. */
    public Optional<Instant> exchangeEndsAt() {
        return Optional.ofNullable(exchangeEndsAt);
    }

    void openExchange(Instant until) {
        exchangeEndsAt = until;
    }

    /** How many questions were asked. */
    public int rounds() {
        return rounds;
    }

    int nextRound() {
        return ++rounds;
    }
}
