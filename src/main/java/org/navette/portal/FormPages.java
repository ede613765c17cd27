package org.navette.portal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.navette.files.AttachmentRules;
import org.navette.files.FileStore;
import org.navette.files.StoredFile;
import org.navette.forms.Form;
import org.navette.forms.Json;
import org.navette.forms.Option;
import org.springframework.stereotype.Component;

/** Makes the model of the form page, for a form that is opened or comes back with mistakes. */
@Component
public class FormPages {

    private final FileStore files;
    private final Json json;

    FormPages(FileStore files, Json json) {
        this.files = files;
        this.json = json;
    }

    /**
     * The page of a form.
     *
     * @param heading title, introduction and way back
     * @param form the version to show
     * @param submission the form's key; the one that came back, or a new one
     * @param answers to start with, or as typed
     * @param options choices by {@code valuesKey}
     * @param errors messages from the server
     * @param uploads null when the form takes no files
     */
    public FormPage page(
            Heading heading,
            Form form,
            UUID submission,
            Map<String, ?> answers,
            Map<String, List<Option>> options,
            FormPage.Errors errors,
            @Nullable Uploads uploads) {
        return new FormPage(
                heading.title(),
                heading.introduction(),
                form.definitionId(),
                submission,
                form.json(),
                json.write(answers),
                json.write(options),
                json.write(errors.messages()),
                uploads == null || !form.takesFiles() ? null : uploads(uploads, submission),
                heading.back());
    }

    private FormPage.Uploads uploads(Uploads uploads, UUID submission) {
        String url = uploads.path() + "/" + submission;
        List<FormPage.Upload> present = files.inBucket(submission, uploads.owner()).stream()
                .map(file -> upload(url, file))
                .toList();
        AttachmentRules rules = uploads.rules();
        return new FormPage.Uploads(
                url,
                json.write(new FormPage.Rules(
                        Math.max(0, rules.maxCount() - uploads.used()), rules.maxBytes(), rules.extensions())),
                json.write(present));
    }

    /** A file as the upload widget shows it. */
    public static FormPage.Upload upload(String url, StoredFile file) {
        return new FormPage.Upload(
                file.id(),
                file.name(),
                file.size(),
                file.type(),
                file.previewable() ? url + "/" + file.id() + "/apercu" : null,
                url + "/" + file.id() + "/telechargement");
    }

    /** Title, introduction and way back of a form page. */
    public record Heading(String title, @Nullable String introduction, String back) {}

    /**
     * Where a form's files go.
     *
     * @param path the address without the form's key
     * @param owner whose uploads
     * @param rules what may be sent
     * @param used places taken already
     */
    public record Uploads(String path, String owner, AttachmentRules rules, int used) {}
}
