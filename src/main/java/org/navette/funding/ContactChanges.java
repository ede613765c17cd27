package org.navette.funding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Form;
import org.navette.forms.Forms;
import org.navette.forms.InvalidAnswers;
import org.navette.funding.AccountChange.Kind;
import org.navette.funding.AccountChangeRows.Past;
import org.navette.funding.AccountChanges.Asked;
import org.navette.funding.AccountChanges.Attached;
import org.navette.funding.FundingDocuments.Subject;
import org.navette.requests.Submission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends a change of a supplier's representative or applicant to the agency, once, in one transaction (FUND-24). */
@Component
@Transactional
public class ContactChanges {

    private final AccountChanges changes;
    private final AccountChangeRows rows;
    private final FundingDocuments documents;
    private final FileStore files;
    private final Forms forms;

    ContactChanges(
            AccountChanges changes, AccountChangeRows rows, FundingDocuments documents, FileStore files, Forms forms) {
        this.changes = changes;
        this.rows = rows;
        this.documents = documents;
        this.files = files;
        this.forms = forms;
    }

    /** What the form shows before anything is typed. */
    public Map<String, Object> prefill(Supplier supplier) {
        return People.of(supplier).answers();
    }

    /** True while an agent has not decided on the last change. */
    @Transactional(readOnly = true)
    public boolean isPending(Supplier supplier) {
        return rows.isPending(supplier.id(), Kind.PERSONS);
    }

    /** The changes that a supplier has asked for, the latest first; a hundred at most. */
    @Transactional(readOnly = true)
    public List<Past> history(Supplier supplier) {
        return rows.past(supplier.id(), Kind.PERSONS);
    }

    /** The documents of every change, in order; those that only new names need are not called required here. */
    public List<ExpectedDocument> documents(Supplier supplier) {
        boolean mandated = supplier.applicant() != null;
        List<ExpectedDocument> always = documents.of(Subject.CONTACT_DETAILS, mandated);
        return documents.of(Subject.PERSONS, mandated).stream()
                .map(each -> always.contains(each) ? each : new ExpectedDocument(each.code(), each.label(), false))
                .toList();
    }

    /** The files of a document while the form of this key is being typed. */
    public List<StoredFile> files(Supplier supplier, UUID key, String document) {
        return files.inBucket(FundingDocuments.bucket(key, document), supplier.owner());
    }

    /**
     * Sends a change; the same form sent twice counts once.
     *
     * @param submission its files lie in a bucket for each document, {@link FundingDocuments#bucket}
     * @return the number of the request
     * @throws Refused when another change waits for an agent
     * @throws InvalidAnswers when an answer is wrong, or nothing changes
     * @throws DocumentsMissing when what changes needs documents that have no file
     * @throws org.navette.files.RefusedFile when a file cannot be bound
     */
    public String send(Supplier supplier, Submission submission) {
        Optional<String> earlier = changes.begin(supplier, submission.key(), Kind.PERSONS);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Form form = forms.version(Kind.PERSONS.form(), submission.formDefinitionId());
        Map<String, Object> answers = forms.check(form, submission.answers(), Map.of());
        People before = People.of(supplier);
        People after = People.of(answers);
        if (after.equals(before)) {
            throw new InvalidAnswers(
                    Map.of("", List.of("Rien n'a changé\u00a0: modifiez au moins une donnée avant d'envoyer.")));
        }
        Subject subject = after.areThoseOf(before) ? Subject.CONTACT_DETAILS : Subject.PERSONS;
        return changes.send(
                supplier,
                submission.key(),
                new Asked(
                        Kind.PERSONS,
                        after.change(before),
                        answers,
                        form.definitionId(),
                        null,
                        subject,
                        supplier.applicant() != null,
                        attached(supplier, submission.key(), subject)));
    }

    /** Whatever was joined goes with the change, the required documents at least. */
    private Map<String, Attached> attached(Supplier supplier, UUID key, Subject subject) {
        Map<String, Attached> attached = new LinkedHashMap<>();
        for (ExpectedDocument document : documents(supplier)) {
            List<UUID> ids = files(supplier, key, document.code()).stream()
                    .map(StoredFile::id)
                    .toList();
            if (!ids.isEmpty()) {
                attached.put(document.code(), new Attached(FundingDocuments.bucket(key, document.code()), ids));
            }
        }
        List<ExpectedDocument> missing = documents.of(subject, supplier.applicant() != null).stream()
                .filter(document -> document.required() && !attached.containsKey(document.code()))
                .toList();
        if (!missing.isEmpty()) {
            throw new DocumentsMissing(missing);
        }
        return attached;
    }
}
