package org.navette.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * PDF: refused when protected, or when something in it can act. Every object that the trailer leads to is looked at —
 * catalog, names, pages, annotations, form fields, their actions and their additional actions alike — because an action
 * can hang from more places than a list of places would name (ISO 32000-1, 12.6).
 */
final class PdfCheck {

    /** Ends the walk of a file made to be walked for ever; an ordinary file of 5 MB has some ten thousand. */
    private static final int MAX_OBJECTS = 500_000;

    private static final Set<String> ACTING =
            Set.of("Launch", "ImportData", "SubmitForm", "GoToE", "Rendition", "RichMediaExecute");
    private static final Set<String> MULTIMEDIA = Set.of("RichMedia", "Screen", "Movie", "Sound", "3D");
    private static final COSName JS = COSName.getPDFName("JS");
    private static final COSName JAVA_SCRIPT = COSName.getPDFName("JavaScript");
    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final COSName EMBEDDED_FILE = COSName.getPDFName("EmbeddedFile");

    private final String name;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> waiting = new ArrayDeque<>();

    private PdfCheck(String name) {
        this.name = name;
    }

    /** @throws RefusedFile when it cannot be read entirely, is protected, can act, or is not of the demanded format */
    static void check(String name, AttachmentRules rules, Path path) {
        try (var source = new RandomAccessReadBufferedFile(path)) {
            check(name, rules, new BoundedPdfParser(source));
        } catch (InvalidPasswordException e) {
            throw RefusedFile.encrypted(name);
        } catch (IOException e) {
            throw RefusedFile.damaged(name);
        }
    }

    private static void check(String name, AttachmentRules rules, BoundedPdfParser parser) throws IOException {
        try (PDDocument document = parser.parse(true)) {
            if (document.isEncrypted()) {
                throw RefusedFile.encrypted(name);
            }
            new PdfCheck(name).walk(document.getDocument().getTrailer());
            // the number of pages is only what the file says of itself
            boolean empty = !document.getPages().iterator().hasNext();
            if (parser.failed()) {
                throw RefusedFile.damaged(name);
            }
            if (empty) {
                throw RefusedFile.of(RefusedFile.Reason.DAMAGED, name, "il n’a aucune page");
            }
            if (rules.pageFormat() != null) {
                PdfFormat.check(name, rules.pageFormat(), document);
            }
        } catch (RefusedFile | InvalidPasswordException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // the parser answers hostile input with about any exception
            throw parser.encrypted() ? RefusedFile.encrypted(name) : RefusedFile.damaged(name);
        }
    }

    private void walk(COSBase start) throws IOException {
        add(start);
        while (!waiting.isEmpty()) {
            COSBase next = waiting.pop();
            if (next instanceof COSArray array) {
                array.forEach(this::add);
            } else if (next instanceof COSDictionary dictionary) {
                look(dictionary);
                dictionary.getValues().forEach(this::add);
            }
        }
    }

    private void add(COSBase value) {
        COSBase object = value instanceof COSObject reference ? reference.getObject() : value;
        if ((object instanceof COSArray || object instanceof COSDictionary) && seen.add(object)) {
            if (seen.size() > MAX_OBJECTS) {
                throw RefusedFile.damaged(name);
            }
            waiting.push(object);
        }
    }

    private void look(COSDictionary dictionary) throws IOException {
        COSBase action = dictionary.getDictionaryObject(COSName.S);
        COSBase script = dictionary.getDictionaryObject(JS);
        if (JAVA_SCRIPT.equals(action)
                || script instanceof COSString
                || script instanceof COSStream
                || dictionary.getDictionaryObject(JAVA_SCRIPT) instanceof COSDictionary) {
            throw active("il contient du code JavaScript");
        }
        if (action instanceof COSName acting && ACTING.contains(acting.getName())) {
            throw active("il contient une action qui lance un programme ou envoie des données");
        }
        String subtype = dictionary.getNameAsString(COSName.SUBTYPE);
        if (dictionary.getDictionaryObject(COSName.EF) instanceof COSDictionary
                || EMBEDDED_FILE.equals(dictionary.getDictionaryObject(COSName.TYPE))
                || "FileAttachment".equals(subtype)) {
            throw active("il contient d’autres fichiers incorporés");
        }
        if (subtype != null && MULTIMEDIA.contains(subtype)) {
            throw active("il contient un contenu multimédia");
        }
        lookAtXfa(dictionary.getDictionaryObject(XFA));
    }

    /** An XFA form (in one stream, or in an array of names and streams) is XML that may hold scripts. */
    private void lookAtXfa(COSBase xfa) throws IOException {
        if (xfa instanceof COSStream stream && BoundedPdfParser.contains(stream, "<script")) {
            throw active("il contient du code JavaScript");
        }
        if (xfa instanceof COSArray parts) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.getObject(i) instanceof COSStream stream && BoundedPdfParser.contains(stream, "<script")) {
                    throw active("il contient du code JavaScript");
                }
            }
        }
    }

    private RefusedFile active(String why) {
        return RefusedFile.of(RefusedFile.Reason.ACTIVE_CONTENT, name, why);
    }
}
