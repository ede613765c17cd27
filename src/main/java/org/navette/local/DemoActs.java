package org.navette.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.navette.accounts.Accounts;
import org.navette.directory.Organisms;
import org.navette.engine.Tasks;
import org.navette.files.FileStore;
import org.navette.forms.Forms;
import org.navette.partners.Access;
import org.navette.partners.Answers;
import org.navette.partners.Deposits;
import org.navette.partners.Desk;
import org.navette.partners.Members;
import org.navette.partners.PartnerRequests;
import org.navette.requests.Submission;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays the steps of the demonstration's stories through the application's own doors. */
@Component
@Profile("local")
class DemoActs {

    private final Accounts accounts;
    private final Members members;
    private final Organisms organisms;
    private final Deposits deposits;
    private final PartnerRequests requests;
    private final Forms forms;
    private final FileStore files;
    private final Tasks tasks;
    private final TaskService queries;
    private final RuntimeService runtime;
    private final ManagementService jobs;

    DemoActs(
            Accounts accounts,
            Members members,
            Organisms organisms,
            Deposits deposits,
            PartnerRequests requests,
            Forms forms,
            FileStore files,
            Tasks tasks,
            TaskService queries,
            RuntimeService runtime,
            ManagementService jobs) {
        this.accounts = accounts;
        this.members = members;
        this.organisms = organisms;
        this.deposits = deposits;
        this.requests = requests;
        this.forms = forms;
        this.files = files;
        this.tasks = tasks;
        this.queries = queries;
        this.runtime = runtime;
        this.jobs = jobs;
    }

    Life of(DemoStory story) {
        return new Life(story);
    }

    /** One request being lived. */
    final class Life {

        private final DemoStory story;
        private String number = "";

        private Life(DemoStory story) {
            this.story = story;
        }

        void deposit() {
            UUID key = UUID.randomUUID();
            Desk desk = desk();
            boolean attach = story.steps().stream().anyMatch(step -> step.what() == DemoStory.What.ATTACH);
            List<UUID> attached =
                    attach ? List.of(upload(key, desk.owner(), story.offer(), "justificatif.pdf")) : List.of();
            number = deposits.deposit(
                    desk,
                    story.offer(),
                    new Submission(key, forms.latest(story.offer()).definitionId(), story.answers(), attached));
        }

        void play(DemoStory.Step step) {
            switch (step.what()) {
                case ATTACH -> {
                    // came with the deposit
                }
                case COMPLETE ->
                    requests.complete(
                            desk(),
                            number,
                            submission(Map.of("comment", story.answers().get("comment") + "\n" + step.text())));
                case CANCEL ->
                    requests.cancel(
                            desk(), number, submission(Map.of("cancellationReason", "duplicate", "confirmed", true)));
                case ASK -> requests.followUp(desk(), number, submission(Map.of("message", step.text())));
                case TAKE -> {
                    tasks.claim(story.agent(), task());
                    tasks.submit(story.agent(), task(), Map.of());
                }
                case ANSWER, REPLY -> tasks.submit(story.agent(), task(), Map.of("answer", step.text()));
                case ANSWER_WITH_FILE -> {
                    upload(UUID.fromString(task()), Answers.OWNER, "partners.answer", "notification.pdf");
                    tasks.submit(story.agent(), task(), Map.of("answer", step.text()));
                }
                case WINDOW_ENDS ->
                    jobs.executeJob(jobs.createJobQuery()
                            .processInstanceId(instance())
                            .timers()
                            .singleResult()
                            .getId());
            }
        }

        private Submission submission(Map<String, Object> answers) {
            return new Submission(UUID.randomUUID(), "", answers, List.of());
        }

        private String task() {
            return queries.createTaskQuery()
                    .processInstanceBusinessKey(number)
                    .singleResult()
                    .getId();
        }

        private String instance() {
            return runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .singleResult()
                    .getId();
        }

        /** The person's desk as it was then: conventions were in force. */
        private Desk desk() {
            var account = accounts.find("partners", story.author()).orElseThrow();
            var member = members.find(account.id()).orElseThrow();
            var today = java.time.LocalDate.EPOCH;
            return new Desk(
                    account.id(),
                    account.lastName().toUpperCase(java.util.Locale.FRENCH) + " " + account.firstName(),
                    member.role(),
                    member.structure(),
                    organisms.findById(story.organism()).orElseThrow(),
                    new Access(Access.Level.FULL, Access.Notice.NONE, today, today, null));
        }

        private UUID upload(UUID bucket, String owner, String context, String name) {
            return files.upload(
                            bucket,
                            owner,
                            files.rules(context, story.organism()),
                            0,
                            name,
                            new ByteArrayInputStream(pdf("Document de démonstration, demande de " + story.organism())))
                    .id();
        }
    }

    static byte[] pdf(String text) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                content.newLineAtOffset(72, 760);
                content.showText(text);
                content.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
