package org.navette.partners;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.navette.files.Direction;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Forms;
import org.navette.partners.process.PartnerProcess;
import org.navette.requests.Exchange;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.navette.requests.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a request for its detail page. */
@Component
@Transactional(readOnly = true)
public class Details {

    private final Requests requests;
    private final PartnerRequestRows rows;
    private final Forms forms;
    private final FileStore files;
    private final Exchange exchange;
    private final Timeline timeline;
    private final Clock clock;

    Details(
            Requests requests,
            PartnerRequestRows rows,
            Forms forms,
            FileStore files,
            Exchange exchange,
            Timeline timeline,
            Clock clock) {
        this.requests = requests;
        this.rows = rows;
        this.forms = forms;
        this.files = files;
        this.exchange = exchange;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** A request that the desk sees; nothing when it is another structure's, another organism's, or cancelled. */
    public Optional<Detail> of(Desk desk, String number) {
        return requests.find(desk.scope(), number).map(request -> detail(desk, request));
    }

    /** The comment as it stands, to start a completion with. */
    public String comment(Desk desk, String number) {
        return requests.find(desk.scope(), number)
                .flatMap(request -> rows.findById(request.id()))
                .flatMap(PartnerRequest::comment)
                .orElse("");
    }

    /** A file that the organism has sent with this request. */
    public Optional<StoredFile> received(Desk desk, String number, java.util.UUID file) {
        return requests.find(desk.scope(), number)
                .flatMap(request -> files.find(request.id(), file))
                .filter(stored -> Direction.RECEIVED.name().equals(stored.direction()));
    }

    private Detail detail(Desk desk, Request request) {
        PartnerRequest own = rows.findById(request.id()).orElseThrow();
        List<StoredFile> all = files.of(request.id());
        return new Detail(
                request,
                forms.layout(forms.byDefinition(own.formDefinitionId()), own.answers(), own.options()),
                exchange.of(request.id()),
                of(all, Direction.SENT),
                of(all, Direction.RECEIVED),
                timeline.forPartners(request.id()),
                remaining(desk, request, own, all),
                clock.instant(),
                desk.canAct() && request.allows(PartnerProcess.COMPLETE),
                desk.canAct() && request.allows(PartnerProcess.CANCEL),
                desk.canAct()
                        && new ExchangeState(request, own, clock.instant())
                                .refusal()
                                .isEmpty());
    }

    private Detail.@Nullable Remaining remaining(Desk desk, Request request, PartnerRequest own, List<StoredFile> all) {
        if (own.exchangeEndsAt().isEmpty()) {
            return null;
        }
        var state = new ExchangeState(request, own, clock.instant());
        long used = of(all, Direction.SENT).stream()
                .filter(file -> "follow-up".equals(file.step()))
                .count();
        int most = files.rules("partners.follow-up", desk.organism().code()).maxCount();
        return new Detail.Remaining(
                state.roundsLeft(),
                state.daysLeft(),
                (int) Math.max(0, most - used),
                own.exchangeEndsAt().get(),
                state.refusal().orElse(null));
    }

    private static List<StoredFile> of(List<StoredFile> all, Direction direction) {
        return all.stream()
                .filter(file -> direction.name().equals(file.direction()))
                .toList();
    }
}
