package org.navette;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.navette.files.SamplePdf;
import org.navette.files.StoredFile;
import org.navette.procedures.Documents;
import org.navette.procedures.Drafts;
import org.navette.procedures.MemberHelp;
import org.navette.procedures.Office;
import org.navette.procedures.Standing;
import org.navette.requests.Dossiers;
import org.navette.requests.Submission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a company keeps in the espace of procedures, named by the addresses of its pages. */
final class ProcedureIds extends MemberHelp {

    @Autowired
    Drafts drafts;

    @Autowired
    Documents documents;

    @Autowired
    Dossiers dossiers;

    final Map<String, String> ids = new HashMap<>();
    /** what the owner's company may read, and nobody else */
    final List<String> companys = new ArrayList<>();
    /** what nobody of those who ask may read */
    final List<String> nobodys = new ArrayList<>();

    private ProcedureIds() {}

    /** Makes one of each for the company of who is responsible for it, and a demand of somebody who is not. */
    static ProcedureIds make(ApplicationContext application, Office owner) {
        ProcedureIds made = new ProcedureIds();
        application.getAutowireCapableBeanFactory().autowireBean(made);
        made.people(owner);
        made.request(owner);
        made.draft(owner);
        made.claim(made.world.unverified(made.world.siret(owner)));
        return made;
    }

    private void people(Office owner) {
        companys.add(owner.company().name());
        ids.put("siret", world.siret(owner));
        ids.put("reader", world.colleague(owner, Standing.READER).account().toString());
        ids.put("token", UUID.randomUUID().toString());
        ids.put("step", "head-office");
    }

    /** One that was answered, with a file. */
    private void request(Office owner) {
        String secret = "secret-" + UUID.randomUUID();
        String number = world.send(owner, "certificate");
        service.claim(service.agent(), number);
        StoredFile received = join(number, secret);
        service.decide(number, Map.of("outcome", "ACCEPTED", "message", "Le mot " + secret));
        ids.put("number:LPP-\\d{4}-\\d{6}", number);
        ids.put("number", number);
        ids.put("received", received.id().toString());
        companys.addAll(List.of(number, secret));
    }

    /** With a file in a document, and everybody in its list of legal representatives. */
    private void draft(Office owner) {
        String secret = "secret-" + UUID.randomUUID();
        UUID draft = world.draft(owner, "address-change");
        String document = drafts.files(owner, draft).keySet().iterator().next();
        StoredFile file = world.upload(owner, draft, document, secret + ".pdf");
        ids.put("draft", draft.toString());
        ids.put("document", document);
        ids.put("bucket", documents.bucket(owner, draft, document).toString());
        ids.put("file", file.id().toString());
        ids.put(
                "person",
                drafts.find(owner, draft)
                        .orElseThrow()
                        .content()
                        .people("head-office")
                        .get(0)
                        .id()
                        .toString());
        companys.add(secret);
        // the page makes the buckets of all documents when it is opened first
        browser(owner).get("/demarches/brouillons/" + draft + "/documents");
    }

    /** Somebody's demand to be recognised, refused with a file and a text, and another proof that is being typed. */
    private void claim(Office claimant) {
        String secret = "secret-" + UUID.randomUUID();
        String number = asked(claimant);
        service.claim(service.agent(), number);
        ids.put("claimed", join(number, secret).id().toString());
        service.decide(number, Map.of("outcome", "REFUSED", "explanation", "Le mot " + secret));
        Submission typing = proof(claimant);
        ids.put("proof", typing.key().toString());
        ids.put("proofFile", typing.files().get(0).toString());
        // sent already: its key is taken
        demands.ask(claimant, typing);
        Submission open = proof(claimant);
        ids.put("openProof", open.key().toString());
        ids.put("openProofFile", open.files().get(0).toString());
        nobodys.addAll(List.of(number, secret, world.login(claimant)));
    }

    /** The number of a demand that waits, by somebody new who names the owner's company. */
    String demand(Office owner) {
        return asked(world.unverified(world.siret(owner)));
    }

    private StoredFile join(String number, String name) {
        return dossiers.add(
                service.agent(),
                UUID.fromString(service.task(number).getId()),
                name + ".pdf",
                new ByteArrayInputStream(SamplePdf.plain()));
    }
}
