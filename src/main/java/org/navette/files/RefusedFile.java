package org.navette.files;

/** A file was not taken, or not bound; the message tells the person why, in French. */
public class RefusedFile extends RuntimeException {

    /** Why, for the program: {@code TOO_LARGE} is answered with 413, the others with 422. */
    public enum Reason {
        EXTENSION,
        NAME,
        EMPTY,
        TOO_LARGE,
        TOO_MANY,
        DUPLICATE,
        CONTENT,
        DAMAGED,
        ENCRYPTED,
        MACROS,
        ACTIVE_CONTENT,
        ARCHIVE,
        IMAGE_SIZE,
        PAGE_FORMAT,
        INFECTED,
        ANTIVIRUS_UNAVAILABLE,
        UNKNOWN,
        ALREADY_SENT
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

    public Reason reason() {
        return reason;
    }
}
