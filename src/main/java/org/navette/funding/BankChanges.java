package org.navette.funding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.navette.files.AttachmentRules;
import org.navette.files.FileStore;
import org.navette.forms.Form;
import org.navette.forms.Forms;
import org.navette.forms.InvalidAnswers;
import org.navette.funding.AccountChange.Kind;
import org.navette.funding.AccountChanges.Asked;
import org.navette.funding.AccountChanges.Attached;
import org.navette.funding.FundingDocuments.Subject;
import org.navette.requests.Submission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends new bank details of a supplier to the agency, once, in one transaction (FUND-24). */
@Component
@Transactional
public class BankChanges {

    /** What it is called in lists and in mails. */
    static final String SUBJECT = "Nouvelles coordonnées bancaires";

    private static final String RIB = "RIB";

    private final AccountChanges changes;
    private final AccountChangeRows rows;
    private final BankDetails banks;
    private final FileStore files;
    private final Forms forms;

    BankChanges(AccountChanges changes, AccountChangeRows rows, BankDetails banks, FileStore files, Forms forms) {
        this.changes = changes;
        this.rows = rows;
        this.banks = banks;
        this.files = files;
        this.forms = forms;
    }

    /** What may be sent with them: the rules of an enrolment. */
    @Transactional(readOnly = true)
    public AttachmentRules rules(Supplier supplier) {
        return files.rules(EnrolmentDrafts.CONTEXT, supplier.organism());
    }

    /** True while an agent has not decided on the last ones. */
    @Transactional(readOnly = true)
    public boolean isPending(Supplier supplier) {
        return rows.isPending(supplier.id(), Kind.BANK);
    }

    /**
     * Sends new bank details; the same form sent twice counts once.
     *
     * @return the number of the request
     * @throws Refused when others wait for an agent, or the bank's document is missing
     * @throws InvalidAnswers when an answer is wrong, or the details are those that are active
     * @throws org.navette.files.RefusedFile when a file cannot be bound
     */
    public String send(Supplier supplier, Submission submission) {
        Optional<String> earlier = changes.begin(supplier, submission.key(), Kind.BANK);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Form form = forms.version(Kind.BANK.form(), submission.formDefinitionId());
        Map<String, Object> answers = forms.check(form, submission.answers(), Map.of());
        BankDetails.Account account = BankDetails.Account.of(answers);
        if (banks.isActive(supplier, account)) {
            throw new InvalidAnswers(
                    Map.of("iban", List.of("Ces coordonnées bancaires sont déjà celles de votre compte.")));
        }
        if (submission.files().isEmpty()) {
            throw new Refused(Refused.Reason.DOCUMENT_MISSING);
        }
        UUID details = banks.add(supplier.id(), account, BankDetails.Status.PENDING);
        return changes.send(
                supplier,
                submission.key(),
                new Asked(
                        Kind.BANK,
                        SUBJECT,
                        answers,
                        form.definitionId(),
                        details,
                        Subject.BANK_DETAILS,
                        supplier.applicant() != null,
                        Map.of(RIB, new Attached(submission.key(), submission.files()))));
    }
}
