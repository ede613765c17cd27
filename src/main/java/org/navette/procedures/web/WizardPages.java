package org.navette.procedures.web;

import java.util.ArrayList;
import java.util.List;
import org.navette.procedures.Draft;
import org.navette.procedures.Kind.Step;
import org.navette.procedures.Wizard.Preparation;

/** The step indicator and the ways between the steps. */
final class WizardPages {

    private WizardPages() {}

    /**
     * A step in the indicator.
     *
     * @param href its page
     * @param current whether it is the one shown
     * @param done whether nothing is missing in it
     * @param open whether it may be changed
     */
    record Place(String id, String title, String href, boolean current, boolean done, boolean open) {}

    /** All steps, in order. */
    static List<Place> places(Preparation preparation, String current) {
        String path = Paths.draft(preparation.draft().id());
        List<Place> places = new ArrayList<>();
        places.add(place(preparation, current, Draft.DOCUMENTS, "Choix et documents", path + "/documents"));
        for (Step step : preparation.kind().steps()) {
            places.add(place(preparation, current, step.id(), step.title(), path + "/etapes/" + step.id()));
        }
        places.add(new Place(
                Draft.VALIDATION, "Validation", path + "/validation", current.equals(Draft.VALIDATION), false, true));
        return places;
    }

    private static Place place(Preparation preparation, String current, String id, String title, String href) {
        return new Place(
                id, title, href, current.equals(id), preparation.checked().isRight(id), preparation.opens(id));
    }

    /** The page after this step. */
    static String next(Preparation preparation, String step) {
        List<Place> places = places(preparation, step);
        return places.get(Math.min(places.size() - 1, index(places) + 1)).href();
    }

    /** The page before this step. */
    static String previous(Preparation preparation, String step) {
        List<Place> places = places(preparation, step);
        return places.get(Math.max(0, index(places) - 1)).href();
    }

    private static int index(List<Place> places) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).current()) {
                return i;
            }
        }
        return 0;
    }
}
