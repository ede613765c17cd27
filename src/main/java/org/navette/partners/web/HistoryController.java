package org.navette.partners.web;

import java.util.List;
import org.navette.accounts.Account;
import org.navette.accounts.Accounts;
import org.navette.engine.Phase;
import org.navette.engine.Statuses;
import org.navette.partners.Desk;
import org.navette.partners.Member;
import org.navette.partners.Members;
import org.navette.partners.Offer;
import org.navette.partners.Offers;
import org.navette.partners.PartnerRequests;
import org.navette.portal.HistoryQuery;
import org.navette.portal.HistoryWords;
import org.navette.requests.History;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The history of a structure's requests to the organism (PART-19). */
@Controller
class HistoryController {

    private static final HistoryWords WORDS = new HistoryWords(
            "Offre de service", "Personne concernée", "Numéro ou personne", "Déposée", "Date de dépôt");

    private final History history;
    private final Statuses statuses;
    private final Offers offers;
    private final Members members;
    private final Accounts accounts;

    HistoryController(History history, Statuses statuses, Offers offers, Members members, Accounts accounts) {
        this.history = history;
        this.statuses = statuses;
        this.offers = offers;
        this.members = members;
        this.accounts = accounts;
    }

    @GetMapping(Paths.REQUESTS)
    String history(Desk desk, HistoryQuery query, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("query", query);
        model.addAttribute("words", WORDS);
        model.addAttribute(
                "page", history.page(desk.scope(), query.filter(), query.sort(), query.number(), query.size()));
        model.addAttribute(
                "statuses",
                statuses.of(PartnerRequests.PROCESS).stream()
                        .filter(status -> status.phase() != Phase.CANCELLED)
                        .toList());
        model.addAttribute(
                "offers",
                offers.of(desk.organism().code()).stream().map(Offer::title).toList());
        model.addAttribute("requesters", requesters(desk));
        return "partners/history";
    }

    private List<Account> requesters(Desk desk) {
        return accounts.findAll(members.of(desk.structure().id()).stream()
                .filter(member -> member.role() == Member.Role.TECHNICIAN)
                .map(Member::accountId)
                .toList());
    }
}
