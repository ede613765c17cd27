package org.navette.files;

import org.jspecify.annotations.Nullable;

/** A file was not taken, or not bound; the message tells the person why, in French. */
public class RefusedFile extends RuntimeException {

    /** Why, for the program: {@code TOO_LARGE} is answered with 413, the others with 422. */
    public enum Reason {
        EXTENSION("Extension"),
        NAME("Nom"),
        EMPTY("Taille"),
        TOO_LARGE("Taille"),
        TOO_MANY(null),
        DUPLICATE(null),
        CONTENT("Contenu"),
        DAMAGED("Contenu"),
        ENCRYPTED("Contenu"),
        MACROS("Contenu"),
        ACTIVE_CONTENT("Contenu"),
        ARCHIVE("Contenu"),
        IMAGE_SIZE("Contenu"),
        PAGE_FORMAT("Contenu"),
        INFECTED("Contenu"),
        ANTIVIRUS_UNAVAILABLE(null),
        BUSY(null),
        UNKNOWN(null),
        ALREADY_SENT(null);

        /** Which property of the file it is about, as people name it; none when it is not about the file. */
        private final @Nullable String property;

        Reason(@Nullable String property) {
            this.property = property;
        }
    }

    private final Reason reason;

    RefusedFile(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** A refusal that names the file: {@code why} ends the sentence, without a full stop. */
    static RefusedFile of(Reason reason, String name, String why) {
        return new RefusedFile(reason, "Le fichier «\u00a0" + name + "\u00a0» a été refusé\u00a0: " + why + ".");
    }

    /** The content is not what the extension says. */
    static RefusedFile otherContent(String name) {
        return of(
                Reason.CONTENT,
                name,
                "son contenu ne correspond pas à son extension (." + FileName.extension(name) + ")");
    }

    /** The content cannot be read, so it cannot be checked. */
    static RefusedFile damaged(String name) {
        return of(Reason.DAMAGED, name, "il est endommagé et ne peut pas être lu");
    }

    static RefusedFile macros(String name) {
        return of(Reason.MACROS, name, "il contient des macros");
    }

    static RefusedFile encrypted(String name) {
        return of(Reason.ENCRYPTED, name, "il est protégé par un mot de passe ou par des restrictions");
    }

    /** The same refusal, after a beginning and the property of the file; unchanged when it is not about the file. */
    RefusedFile beginning(String beginning) {
        if (reason.property == null) {
            return this;
        }
        String why = getMessage().startsWith("Le ") ? "l" + getMessage().substring(1) : getMessage();
        return new RefusedFile(reason, beginning + ". " + reason.property + "\u00a0: " + why);
    }

    public Reason reason() {
        return reason;
    }
}
