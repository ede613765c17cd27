package org.navette.partners;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.navette.files.StoredFile;
import org.navette.forms.Block;
import org.navette.requests.Exchange;
import org.navette.requests.Request;
import org.navette.requests.Timeline;

/**
 * A request as its detail page shows it (PART-20).
 *
 * @param request number, dates, requester, status
 * @param blocks what was answered, by the form's own labels
 * @param thread answer, questions and answers
 * @param sent files of the partner: names only
 * @param received files of the organism
 * @param exchange what remains of the exchange; null before the answer
 * @param now when it was read: received files are offered while they can be downloaded
 * @param canComplete whether this desk may complete it now
 * @param canCancel whether this desk may cancel it now
 * @param canFollowUp whether this desk may ask a question now
 */
public record Detail(
        Request request,
        List<Block> blocks,
        List<Exchange.Message> thread,
        List<StoredFile> sent,
        List<StoredFile> received,
        List<Timeline.Entry> timeline,
        @Nullable Remaining exchange,
        Instant now,
        boolean canComplete,
        boolean canCancel,
        boolean canFollowUp) {

    /**
     * What remains of the exchange.
     *
     * @param days whole days, rounded up
     * @param refusal why no question can be asked now; null when one can
     */
    public record Remaining(int rounds, long days, int files, Instant until, Refused.@Nullable Reason refusal) {}
}
