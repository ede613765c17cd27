package org.navette.funding;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.navette.directory.Software;
import org.navette.directory.Softwares;
import org.navette.engine.Decision;
import org.navette.engine.TaskRefused;
import org.navette.funding.FundingRequest.Field;
import org.navette.requests.Actor;
import org.navette.requests.Exchange;
import org.navette.requests.Reasons;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What agents decide on requests for funding, written in the transaction of their completion (FUND-14, FUND-15). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FundingInstructions {

    private final Requests requests;
    private final FundingRows rows;
    private final Softwares softwares;
    private final Ceilings ceilings;
    private final Reasons reasons;
    private final Exchange exchange;
    private final AgentFiles files;

    FundingInstructions(
            Requests requests,
            FundingRows rows,
            Softwares softwares,
            Ceilings ceilings,
            Reasons reasons,
            Exchange exchange,
            AgentFiles files) {
        this.requests = requests;
        this.rows = rows;
        this.softwares = softwares;
        this.ceilings = ceilings;
        this.reasons = reasons;
        this.exchange = exchange;
        this.files = files;
    }

    /**
     * Writes a decision to the request; each instruction computes the amounts again.
     *
     * @param number the request's number
     * @param task the task's id, which is the bucket of its files
     * @param agent the agent's login
     * @param answers to the task's form, checked against it
     * @throws TaskRefused when the decision is none, or not possible
     */
    public void record(String number, String task, String agent, Map<String, Object> answers) {
        Request request = requests.lock(number);
        FundingRequest own = rows.get(request.id());
        retain(request, own);
        String text =
                switch (Objects.toString(answers.get("outcome"), "")) {
                    case "VALIDATED" -> {
                        rows.await(own.id(), List.of(), null);
                        yield "";
                    }
                    case "DOCUMENT" -> await(own, List.of(), answers);
                    case "CHANGES" -> await(own, fields(own, answers.get("fields")), answers);
                    case "REJECTED" -> {
                        String ground = text(answers, "ground");
                        rows.release(own.id());
                        // the mail says why
                        rows.await(own.id(), List.of(), ground);
                        yield ground;
                    }
                    default -> throw new TaskRefused("Indiquez la suite donnée à la demande.");
                };
        if (!text.isEmpty()) {
            exchange.add(request, 0, Actor.agent(agent), text);
        }
        files.attach(request, UUID.fromString(task));
    }

    /** A request that was never completed is gone: what it held can be asked for again (FUND-13). */
    public void release(String number) {
        rows.release(requests.lock(number).id());
    }

    private void retain(Request request, FundingRequest own) {
        Declaration declared = own.declaration();
        Software software = softwares.find(own.ansNumber()).orElseThrow();
        Decision ceiling = ceilings.decision(software, declared.beneficiaries().size());
        Amounts amounts = own.advance() == null
                ? Amounts.advance(declared.amount(), Ceilings.read(ceiling), own.vatRegime(), own.vatRate())
                : Amounts.balance(
                        declared.amount(),
                        Ceilings.read(ceiling),
                        own.vatRegime(),
                        own.vatRate(),
                        Objects.requireNonNull(rows.get(own.advance()).amounts())
                                .amount());
        rows.retain(own.id(), amounts);
        reasons.keep(request, "Instruction", List.of(ceiling));
    }

    private String await(FundingRequest own, List<String> fields, Map<String, Object> answers) {
        String awaited = text(answers, "awaited");
        rows.await(own.id(), fields, awaited);
        return awaited;
    }

    private static List<String> fields(FundingRequest own, Object chosen) {
        List<String> fields = chosen instanceof Collection<?> many
                ? many.stream().map(Object::toString).toList()
                : List.of();
        Set<String> known = Arrays.stream(Field.values()).map(Field::name).collect(Collectors.toSet());
        // a process owner may have changed the form
        if (fields.isEmpty() || !known.containsAll(fields)) {
            throw new TaskRefused("Cochez ce qui est à modifier.");
        }
        boolean administrators = CouloirTerms.of(own.couloir()).administrators();
        if (fields.contains(Field.ADMINISTRATORS.name()) && !administrators) {
            throw new TaskRefused("Les demandes de ce couloir n'ont pas d'administrateurs techniques.");
        }
        return fields;
    }

    private static String text(Map<String, Object> answers, String key) {
        return Objects.toString(answers.get(key), "");
    }
}
