package org.navette.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Plain text: UTF-8 or windows-1252, with no control character but tab and the ends of lines and pages. */
final class TextCheck {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextCheck() {}

    /**
     * The character set of a text.
     *
     * @throws RefusedFile when it is text in neither character set
     */
    static String charset(String name, Spool content) throws IOException {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, WINDOWS}) {
            if (isText(content, charset)) {
                return charset.name();
            }
        }
        throw RefusedFile.of(RefusedFile.Reason.CONTENT, name, "ce n’est pas un texte lisible (UTF-8 ou Windows-1252)");
    }

    private static boolean isText(Spool content, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader reader = new BufferedReader(new InputStreamReader(content.open(), decoder))) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f';
                // the decoder of the JDK lets the five holes of windows-1252 through as C1 controls
                if (control || c >= 0x7F && c < 0xA0) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
