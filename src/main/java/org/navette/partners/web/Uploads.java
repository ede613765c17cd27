package org.navette.partners.web;

import org.jspecify.annotations.Nullable;
import org.navette.files.FileStore;
import org.navette.partners.Desk;
import org.navette.partners.PartnerRequests;
import org.navette.partners.PartnerRequests.Step;
import org.navette.portal.FormPages;
import org.navette.requests.Request;
import org.springframework.stereotype.Component;

/** Where files of a form go, and how many may come: one answer for the page and for the route that takes them. */
@Component("partnerUploads")
class Uploads {

    private final FileStore files;
    private final PartnerRequests requests;

    Uploads(FileStore files, PartnerRequests requests) {
        this.files = files;
        this.requests = requests;
    }

    FormPages.Uploads ofDeposit(Desk desk, String offer) {
        return new FormPages.Uploads(
                Paths.DEPOSIT + "/" + offer + "/fichiers",
                desk.owner(),
                files.rules(offer, desk.organism().code()),
                0);
    }

    /** Where files of a step go; null when the request takes none there. */
    FormPages.@Nullable Uploads of(Desk desk, Request request, Step step) {
        if (!requests.takesFiles(request, step)) {
            return null;
        }
        return new FormPages.Uploads(
                Paths.request(request.number()) + "/" + path(step) + "/fichiers",
                desk.owner(),
                requests.rules(desk, step),
                requests.usedFiles(request, step));
    }

    static Step step(String path) {
        return switch (path) {
            case "completer" -> Step.COMPLETE;
            case "message" -> Step.FOLLOW_UP;
            default -> throw new java.util.NoSuchElementException(path);
        };
    }

    private static String path(Step step) {
        return step == Step.COMPLETE ? "completer" : "message";
    }
}
