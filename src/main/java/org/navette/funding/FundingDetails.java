package org.navette.funding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.directory.Softwares;
import org.navette.forms.Block;
import org.navette.funding.AmendmentDifferences.Difference;
import org.navette.funding.Amendments.Amendment;
import org.navette.funding.Amendments.Cause;
import org.navette.requests.Requests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A supplier's requests, one at a time, with their versions (FUND-20). */
@Component
@Transactional(readOnly = true)
public class FundingDetails {

    private final Requests requests;
    private final FundingRows rows;
    private final Amendments amendments;
    private final Softwares softwares;
    private final BankDetails banks;

    FundingDetails(Requests requests, FundingRows rows, Amendments amendments, Softwares softwares, BankDetails banks) {
        this.requests = requests;
        this.rows = rows;
        this.amendments = amendments;
        this.softwares = softwares;
        this.banks = banks;
    }

    /**
     * A version.
     *
     * @param statusCode what its colour goes by
     * @param status the request's for the last version; "Historisée" for one that a cancellation has superseded
     * @param differences from the version before; empty for the first one
     * @param blocks all that it declares
     */
    public record Version(
            Amendment amendment, String statusCode, String status, List<Difference> differences, List<Block> blocks) {

        /** True for what was deposited. */
        public boolean isFirst() {
            return amendment.cause() == Cause.DEPOSIT;
        }
    }

    /** One of the supplier's requests; none that was deleted. */
    public Optional<FundingDetail> find(Supplier supplier, String number) {
        return requests.find(supplier.scope(FundingRequest.ESPACE), number).map(request -> {
            FundingRequest own = rows.get(request.id());
            return new FundingDetail(
                    request,
                    own,
                    softwares.find(own.ansNumber()).orElseThrow(),
                    own.advance() == null ? null : rows.get(own.advance()).declaration());
        });
    }

    /**
     * Where the money of a request goes: the account that it was decided with, or else the one that is active now; null only
     * for a supplier that was never enrolled.
     */
    public BankDetails.@Nullable Row bank(Supplier supplier, FundingDetail detail) {
        return rows.bank(detail.request().id())
                .flatMap(id -> banks.find(supplier, id))
                .or(() -> banks.of(supplier).stream()
                        .filter(row -> row.status() == BankDetails.Status.ACTIVE)
                        .findFirst())
                .orElse(null);
    }

    /** The versions of a request that the supplier may see, the last one first. */
    public List<Version> versions(FundingDetail detail) {
        List<Amendment> all = amendments.of(detail.request().id());
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Amendment amendment = all.get(i);
            boolean last = i == all.size() - 1;
            boolean superseded = all.stream().skip(i + 1L).anyMatch(FundingDetails::supersedes);
            versions.add(new Version(
                    amendment,
                    last ? detail.request().statusCode() : FundingSearch.SUPERSEDED,
                    last
                            ? detail.request().statusLabel()
                            : superseded ? FundingSearch.SUPERSEDED_LABEL : "Version précédente",
                    i == 0
                            ? List.of()
                            : AmendmentDifferences.between(all.get(i - 1).declaration(), amendment.declaration()),
                    FundingSheet.declared(amendment.declaration())));
        }
        Collections.reverse(versions);
        return versions;
    }

    private static boolean supersedes(Amendment amendment) {
        return amendment.cause() == Cause.CANCELLATION || amendment.cause() == Cause.RECOVERY;
    }
}
