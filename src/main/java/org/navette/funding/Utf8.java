package org.navette.funding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The text of a file: strict UTF-8, a byte order mark before it being tolerated. */
final class Utf8 {

    private static final String EXPECTED = "Enregistrez le fichier en UTF-8, puis recommencez.";

    private Utf8() {}

    /** The text; null when there is none, which has been told then. */
    static @Nullable String decode(byte[] bytes, Findings findings) {
        if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE)) {
            findings.error("", 1, French.say("Le fichier est écrit en UTF-16."), EXPECTED);
            return null;
        }
        int start = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            int place = in.position();
            findings.error(
                    "",
                    line(bytes, place),
                    French.say("Le fichier n'est pas en UTF-8 : l'octet %d ne s'y lit pas.", place + 1),
                    EXPECTED);
            return null;
        }
        String text = out.flip().toString();
        if (text.isBlank()) {
            findings.error("", 0, French.say("Le fichier est vide."), "Un fichier JSON avec de 1 à 200 demandes.");
            return null;
        }
        return text;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int line(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
