package org.navette.providers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.directory.CareEstablishment;
import org.navette.directory.CareEstablishments;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Form;
import org.navette.forms.Forms;
import org.navette.providers.process.MembershipProcess;
import org.navette.requests.Actor;
import org.navette.requests.NewRequest;
import org.navette.requests.NumbersExhausted;
import org.navette.requests.Request;
import org.navette.requests.Requests;
import org.navette.requests.Scope;
import org.navette.requests.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes memberships and resets, from people who have no account yet, and finds them again (PROV-01, PROV-05). Whether an
 * establishment is a member already is told to nobody: agents decide on the signed form.
 */
@Component
@Transactional
public class Memberships {

    private static final String PRIVATE = "providers.private-membership";
    private static final String PUBLIC = "providers.public-membership";

    private final Requests requests;
    private final MembershipRows rows;
    private final MembershipPapers papers;
    private final CareEstablishments establishments;
    private final Providers providers;
    private final Timeline timeline;
    private final FileStore files;
    private final Forms forms;

    Memberships(
            Requests requests,
            MembershipRows rows,
            MembershipPapers papers,
            CareEstablishments establishments,
            Providers providers,
            Timeline timeline,
            FileStore files,
            Forms forms) {
        this.requests = requests;
        this.rows = rows;
        this.papers = papers;
        this.establishments = establishments;
        this.providers = providers;
        this.timeline = timeline;
        this.files = files;
        this.forms = forms;
    }

    /**
     * What somebody knows of their request; all three must be right.
     *
     * @param number of the file, in any case
     */
    public record Sought(String number, String inpe, String email) {}

    /**
     * A request as its author follows it.
     *
     * @param hasReceipt true once an agency has received the form
     */
    public record Followed(
            Request request, CareEstablishment establishment, List<Timeline.Entry> timeline, boolean hasReceipt) {}

    /** The latest form of an establishment's sector. */
    @Transactional(readOnly = true)
    public Form form(CareEstablishment establishment) {
        return forms.latest(formId(establishment));
    }

    /** What the reference table knows of an establishment, for the form to begin with. */
    public Map<String, Object> prefill(CareEstablishment it) {
        Map<String, Object> known = new HashMap<>();
        known.put("name", it.name());
        known.put("address", it.address());
        known.put("city", it.city());
        if (it.ice() != null) {
            known.put("ice", it.ice());
        }
        if (it.cnssId() != null) {
            known.put("cnssId", it.cnssId());
        }
        return known;
    }

    /**
     * Judges what was typed, so that nobody is slowed down for a mistake.
     *
     * @throws org.navette.forms.InvalidAnswers when an answer is wrong
     */
    @Transactional(readOnly = true)
    public void check(CareEstablishment establishment, String definitionId, Map<String, Object> typed) {
        forms.check(forms.version(formId(establishment), definitionId), typed, Map.of());
    }

    /**
     * Declares a membership; the same form sent twice counts once.
     *
     * @param key of the form
     * @return its number
     * @throws org.navette.forms.InvalidAnswers when an answer is wrong
     * @throws NumbersExhausted when no number is left this year
     */
    public String declare(CareEstablishment establishment, UUID key, String definitionId, Map<String, Object> typed) {
        Form form = forms.version(formId(establishment), definitionId);
        Map<String, Object> answers = forms.check(form, typed, Map.of());
        String author = answers.get("firstName") + " " + answers.get("lastName");
        return send(
                establishment,
                key,
                author,
                Membership.Kind.MEMBERSHIP,
                form.definitionId(),
                answers,
                String.valueOf(answers.get("email")),
                String.valueOf(answers.get("gsm")));
    }

    /**
     * Asks for the accounts of an establishment to be reset; the same form sent twice counts once.
     *
     * @param email checked before
     * @param gsm in its plain form, checked before
     * @return its number
     * @throws NumbersExhausted when no number is left this year
     */
    public String reset(CareEstablishment establishment, UUID key, String email, String gsm) {
        return send(establishment, key, establishment.name(), Membership.Kind.RESET, null, Map.of(), email, gsm);
    }

    private String send(
            CareEstablishment establishment,
            UUID key,
            String author,
            Membership.Kind kind,
            @Nullable String form,
            Map<String, Object> answers,
            String email,
            String gsm) {
        // nobody has an account yet: the form's secret key stands for the person
        Optional<String> earlier = requests.submitted(key, key, Requests.DEPOSIT);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Scope scope = new Scope(Membership.ESPACE, providers.organism(), establishment.id());
        Request request = requests.deposit(
                key,
                new NewRequest(scope, key, author, kind.label(), establishment.name()),
                new MembershipNumbers(kind));
        rows.insert(
                new Membership(request.id(), kind, establishment.id(), form, answers, email, gsm, null, null, null));
        Actor.partner(key.toString(), author).doing(() -> {
            requests.start(request, MembershipProcess.ID, MembershipProcess.variables(request));
            return null;
        });
        return request.number();
    }

    /** A request as who sent it finds it again; nothing when one of the three facts is wrong. */
    @Transactional(readOnly = true)
    public Optional<Followed> follow(Sought sought) {
        return found(sought)
                .map(found -> new Followed(
                        found.request(),
                        found.establishment(),
                        timeline.forPartners(found.request().id()),
                        found.own().receipt() != null));
    }

    /** The printed form of a request. */
    @Transactional(readOnly = true)
    public Optional<byte[]> form(Sought sought) {
        return found(sought).map(found -> papers.form(found.request(), found.own(), found.establishment()));
    }

    /** The receipt that an agency has given. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> receipt(Sought sought) {
        return found(sought)
                .filter(found -> found.own().receipt() != null)
                .flatMap(found -> files.find(found.request().id(), found.own().receipt()));
    }

    private record Found(Request request, Membership own, CareEstablishment establishment) {}

    private Optional<Found> found(Sought sought) {
        return establishments.byInpe(sought.inpe()).flatMap(establishment -> requests.find(
                        new Scope(Membership.ESPACE, providers.organism(), establishment.id()), sought.number())
                .map(request -> new Found(request, rows.get(request.id()), establishment))
                .filter(found -> found.own().email().equalsIgnoreCase(sought.email())));
    }

    private static String formId(CareEstablishment establishment) {
        return establishment.isPublic() ? PUBLIC : PRIVATE;
    }
}
