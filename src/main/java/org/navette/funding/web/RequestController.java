package org.navette.funding.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.navette.files.Direction;
import org.navette.files.FileResponses;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.funding.FundingDetail;
import org.navette.funding.FundingDetails;
import org.navette.funding.FundingDossier;
import org.navette.funding.FundingPayments;
import org.navette.funding.Supplier;
import org.navette.mail.Outbox;
import org.navette.requests.Timeline;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One request for funding: as it is, and as it was (FUND-20). */
@Controller("fundingRequest")
@RequestMapping(Paths.REQUEST)
class RequestController {

    /** What goes between supplier and agency; there may be files for agents alone. */
    private static final Set<String> SHOWN = Set.of(Direction.SENT.name(), Direction.RECEIVED.name());

    private final FundingDetails details;
    private final FundingDossier dossier;
    private final Timeline timeline;
    private final Outbox outbox;
    private final FileStore files;
    private final FileResponses responses;
    private final FundingPayments payments;

    RequestController(
            FundingDetails details,
            FundingDossier dossier,
            Timeline timeline,
            Outbox outbox,
            FileStore files,
            FileResponses responses,
            FundingPayments payments) {
        this.details = details;
        this.dossier = dossier;
        this.timeline = timeline;
        this.outbox = outbox;
        this.files = files;
        this.responses = responses;
        this.payments = payments;
    }

    @GetMapping
    ModelAndView present(Supplier supplier, @PathVariable String number) {
        FundingDetail detail = find(supplier, number);
        ModelAndView page = page("funding/request", supplier, detail);
        page.addObject("bank", details.bank(supplier));
        page.addObject("files", shown(detail));
        page.addObject("labels", dossier.labels(detail.request()));
        page.addObject("mails", outbox.about(number));
        page.addObject("payments", payments.of(supplier, detail.own().dossier()));
        return page;
    }

    @GetMapping("/historique")
    ModelAndView history(Supplier supplier, @PathVariable String number) {
        FundingDetail detail = find(supplier, number);
        ModelAndView page = page("funding/request-history", supplier, detail);
        page.addObject("versions", details.versions(detail));
        page.addObject("timeline", timeline.forPartners(detail.request().id()));
        return page;
    }

    @GetMapping("/fichiers/{file}")
    ResponseEntity<Resource> download(Supplier supplier, @PathVariable String number, @PathVariable UUID file) {
        FundingDetail detail = find(supplier, number);
        return responses.download(files.find(detail.request().id(), file)
                .filter(RequestController::isShown)
                .orElseThrow());
    }

    private static ModelAndView page(String view, Supplier supplier, FundingDetail detail) {
        var page = new ModelAndView(view);
        page.addObject("supplier", supplier);
        page.addObject("detail", detail);
        page.addObject("request", detail.request());
        page.addObject("own", detail.own());
        return page;
    }

    private FundingDetail find(Supplier supplier, String number) {
        return details.find(supplier, number).orElseThrow();
    }

    private List<StoredFile> shown(FundingDetail detail) {
        return files.of(detail.request().id()).stream()
                .filter(RequestController::isShown)
                .toList();
    }

    private static boolean isShown(StoredFile file) {
        return file.direction() != null && SHOWN.contains(file.direction());
    }
}
