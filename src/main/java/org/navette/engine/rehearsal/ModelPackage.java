package org.navette.engine.rehearsal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.navette.engine.DeceivingText;

/**
 * Files that are deployed together.
 *
 * @param files contents by bare file name, in the names' order
 */
public record ModelPackage(Map<String, byte[]> files) {

    /** Bytes of all files, as for a deployment from Modeler. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int MOST_FILES = 50;
    private static final int LONGEST_NAME = 200;

    /** A file as it was sent; the name may carry a folder. */
    public record Sent(String name, byte[] content) {}

    /**
     * Puts files together.
     *
     * @throws RefusedPackage when there is none, too many, too much, two of one name, or a name that deceives
     */
    public static ModelPackage of(List<Sent> sent) {
        List<String> reasons = new ArrayList<>();
        Map<String, byte[]> files = new TreeMap<>();
        long size = 0;
        for (Sent file : sent) {
            String name = file.name().replaceFirst(".*[/\\\\]", "");
            if (name.isBlank() && file.content().length == 0) {
                // a browser sends this when nothing was chosen
                continue;
            }
            if (DeceivingText.isIn(name)) {
                reasons.add("Un nom de fichier contient un caractère invisible ou qui change le sens de lecture.");
                continue;
            }
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                reasons.add("Le nom d'un fichier manque ou dépasse " + LONGEST_NAME + " caractères.");
            } else if (files.put(name, file.content()) != null) {
                reasons.add("Deux fichiers portent le nom « " + name + " ».");
            }
            if (file.content().length == 0) {
                reasons.add("Le fichier « " + name + " » est vide.");
            }
            size += file.content().length;
        }
        if (files.isEmpty() && reasons.isEmpty()) {
            reasons.add("Choisissez au moins un fichier .bpmn, .dmn ou .form.");
        }
        if (files.size() > MOST_FILES) {
            reasons.add("Un paquet a " + MOST_FILES + " fichiers au plus.");
        }
        if (size > LARGEST) {
            reasons.add("Le paquet dépasse 10 Mo.");
        }
        if (!reasons.isEmpty()) {
            throw new RefusedPackage(reasons);
        }
        return new ModelPackage(Collections.unmodifiableMap(files));
    }

    /** SHA-256 of names and contents, in hexadecimal. */
    String hash() {
        MessageDigest digest = sha256();
        files.forEach((name, content) -> {
            digest.update(hash(name.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII));
            digest.update(hash(content).getBytes(StandardCharsets.US_ASCII));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of a content, in hexadecimal. */
    static String hash(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
