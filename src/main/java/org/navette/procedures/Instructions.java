package org.navette.procedures;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Companies;
import org.navette.engine.TaskRefused;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Forms;
import org.navette.procedures.Kind.Effect;
import org.navette.procedures.ProcedureRequest.Outcome;
import org.navette.requests.Actor;
import org.navette.requests.Exchange;
import org.navette.requests.Reasons;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What agents decide, written to the request in the transaction of their completion (PROC-11). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Instructions {

    /** The form that agents fill in. */
    public static final String FORM = "procedure-request.instruct";

    /** Whose uploads an agent's files are: the task's. */
    static final String OWNER = "agents";

    /** The context of an agent's files, for the rules. */
    static final String CONTEXT = "procedures.result";

    private final Requests requests;
    private final ProcedureRows rows;
    private final Companies companies;
    private final Exchange exchange;
    private final Reasons reasons;
    private final Forms forms;
    private final FileStore files;

    Instructions(
            Requests requests,
            ProcedureRows rows,
            Companies companies,
            Exchange exchange,
            Reasons reasons,
            Forms forms,
            FileStore files) {
        this.requests = requests;
        this.rows = rows;
        this.companies = companies;
        this.exchange = exchange;
        this.reasons = reasons;
        this.forms = forms;
        this.files = files;
    }

    /**
     * Writes a decision to the request.
     *
     * @param number the request's number
     * @param task the task's id, which is the bucket of its files
     * @param agent the agent's login
     * @param answers to the task's form, checked against it
     * @throws TaskRefused when something is missing that the form cannot ask for by itself
     */
    public void record(String number, String task, String agent, Map<String, Object> answers) {
        Request request = requests.lock(number);
        ProcedureRequest own = rows.get(request.id());
        Actor actor = Actor.agent(agent);
        switch (text(answers, "outcome")) {
            case "CORRECTIONS" -> {
                Asked asked =
                        new Asked(set(answers.get("steps")), set(answers.get("documents")), text(answers, "remarks"));
                if (asked.steps().isEmpty() && asked.documents().isEmpty()) {
                    throw new TaskRefused("Cochez au moins une étape ou un document à corriger.");
                }
                rows.ask(request.id(), asked);
                exchange.add(request, own.round() + 1, actor, asked.remarks());
            }
            case "ACCEPTED" -> accept(request, own, actor, answers);
            case "REFUSED" -> {
                String explanation = text(answers, "explanation");
                rows.decide(request.id(), new Outcome("REFUSED", label(answers, "ground"), explanation), null);
                exchange.add(request, own.round(), actor, explanation);
            }
            default -> throw new TaskRefused("Indiquez la suite donnée à la demande.");
        }
        attach(request, UUID.fromString(task));
    }

    private void accept(Request request, ProcedureRequest own, Actor actor, Map<String, Object> answers) {
        String billing = text(answers, "billingNumber");
        if (own.effect() == Effect.NEW_COMPANY && billing.isEmpty()) {
            throw new TaskRefused("Numéro de facturation (FNPS) : il est obligatoire pour une première installation.");
        }
        if (own.effect() != Effect.NEW_COMPANY && own.effect() != Effect.NEW_ESTABLISHMENT && !billing.isEmpty()) {
            throw new TaskRefused("Numéro de facturation (FNPS) : il ne se donne qu'à un établissement nouveau.");
        }
        if (!billing.isEmpty() && companies.siretOfBillingNumber(billing).isPresent()) {
            throw new TaskRefused("Numéro de facturation (FNPS) : ce numéro est déjà celui d'un autre établissement.");
        }
        if (own.effect() == Effect.NEW_COMPANY && hasNumber(own)) {
            throw new TaskRefused("Cet établissement a déjà un numéro de facturation (FNPS) dans l'annuaire.");
        }
        String message = text(answers, "message");
        rows.decide(request.id(), new Outcome("ACCEPTED", "", message), billing.isEmpty() ? null : billing);
        if (!message.isEmpty()) {
            exchange.add(request, own.round(), actor, message);
        }
    }

    private boolean hasNumber(ProcedureRequest own) {
        String siret = text(own.content().answers(Prefill.ESTABLISHMENT), "siret");
        return companies
                .bySiret(siret)
                .flatMap(company -> company.establishment(siret))
                .filter(establishment -> establishment.billingNumber() != null)
                .isPresent();
    }

    private void attach(Request request, UUID bucket) {
        List<UUID> added =
                files.inBucket(bucket, OWNER).stream().map(StoredFile::id).toList();
        if (!added.isEmpty()) {
            String organism = request.scope().organism();
            reasons.keep(request, "Instruction", List.of(files.why(CONTEXT, organism)));
            files.attach(
                    bucket,
                    OWNER,
                    added,
                    files.rules(CONTEXT, organism),
                    0,
                    request.id(),
                    Direction.RECEIVED,
                    "result",
                    null);
        }
    }

    /** The chosen option as the form calls it. */
    private String label(Map<String, Object> answers, String key) {
        return forms.layout(forms.latest(FORM), answers, Map.of()).stream()
                .flatMap(block -> block.lines().stream())
                .filter(line -> line.key().equals(key))
                .findFirst()
                .map(line -> String.join(", ", line.texts()))
                .orElse("");
    }

    private static String text(Map<String, Object> answers, String key) {
        return Objects.toString(answers.get(key), "");
    }

    private static Set<String> set(@Nullable Object codes) {
        Set<String> set = new HashSet<>();
        if (codes instanceof Collection<?> list) {
            list.forEach(code -> set.add(String.valueOf(code)));
        }
        return set;
    }
}
