package org.navette.funding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.navette.funding.Amendments.Cause;
import org.navette.funding.DeclaredFile.DeclaredRequest;
import org.navette.funding.RequestDocuments.Found;
import org.navette.funding.process.FundingProcess;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of what an agent has named in a request, and of nothing else (FUND-14). */
@Component
@Transactional
public class Modifications {

    private static final String NOTHING =
            French.say("Rien n'a changé : modifiez au moins un champ, ou ajoutez une pièce.");

    private final Requests requests;
    private final FundingRows rows;
    private final RequestDocuments documents;
    private final Amendments amendments;
    private final ModificationCheck check;

    Modifications(
            Requests requests,
            FundingRows rows,
            RequestDocuments documents,
            Amendments amendments,
            ModificationCheck check) {
        this.requests = requests;
        this.rows = rows;
        this.documents = documents;
        this.amendments = amendments;
        this.check = check;
    }

    /** The parts of a request that can be changed now, in the order of the page. */
    public List<ModifiablePart> parts(FundingRequest own) {
        return ModifiableParts.of(own.fields(), own.type(), CouloirTerms.of(own.couloir()));
    }

    /** What the page of a request begins with. */
    public TypedDeclaration current(FundingRequest own) {
        return TypedDeclaration.of(parts(own), DeclarationJson.of(own.declaration(), own.type()));
    }

    /** What was sent for a request; what no agent has named is left out. */
    public TypedDeclaration typed(FundingRequest own, Map<String, String> posted) {
        return TypedDeclaration.posted(parts(own), posted);
    }

    /** What the page has to send back, so that it is not taken for the answer to a later demand of the agent. */
    public String version(Request request) {
        return request.statusAt().toString();
    }

    /**
     * Changes the request, adds the files that wait for it, and gives it back to its agent.
     *
     * @param version what {@link #version} gave with the page
     * @param posted texts by the names of {@link ModifiablePart}
     * @return true when something was changed; false when only documents were added
     * @throws InvalidModification when something is wrong with it, or nothing was changed or added
     * @throws Refused when nothing is awaited any more, or something else
     * @throws org.navette.files.RefusedFile when a file cannot be bound
     * @throws java.util.NoSuchElementException when the supplier has no such request
     */
    public boolean send(Supplier supplier, String number, String version, Map<String, String> posted) {
        Request request = requests.lock(supplier.scope(FundingRequest.ESPACE), number);
        if (!request.allows(FundingProcess.MODIFY)) {
            throw new Refused(Refused.Reason.NOT_AWAITED);
        }
        if (!version.equals(version(request))) {
            throw new Refused(Refused.Reason.OUTDATED);
        }
        // two requests must not take the same beneficiary, nor one that is being imported
        rows.hold(supplier);
        Found found = documents.found(request);
        FundingRequest own = found.own();
        List<ModifiablePart> parts = parts(own);
        ObjectNode before = DeclarationJson.of(own.declaration(), own.type());
        ObjectNode after = TypedDeclaration.posted(parts, posted).over(parts, before);
        Map<String, String> errors = check.errors(own, parts, before, after);
        if (!errors.isEmpty()) {
            throw new InvalidModification(errors);
        }
        // as the page writes what it begins with: a blank that nobody typed is no change
        ObjectNode same = TypedDeclaration.of(parts, before).over(parts, before);
        boolean changed = !read(own, after).equals(read(own, same));
        int added = documents.attachAll(supplier, request, found);
        if (!changed && added == 0) {
            throw new InvalidModification(Map.of("", NOTHING));
        }
        if (changed) {
            Declaration declared = read(own, after);
            rows.replace(own, declared);
            amendments.add(
                    own.id(), Cause.MODIFICATION, supplier.correspondent().name(), declared);
        }
        documents.answer(supplier, request, changed ? "Demande modifiée" : "Pièces ajoutées", added);
        return changed;
    }

    private static Declaration read(FundingRequest own, ObjectNode request) {
        return Declarations.of(new DeclaredRequest(own.declaration().rank() - 1, request), own.type());
    }
}
