package org.navette.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * JSON is a text that begins with an object or an array. No more is asked: who seeks help with a file that was refused
 * sends that very file.
 */
final class JsonCheck {

    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private JsonCheck() {}

    /** @throws RefusedFile when the text begins otherwise */
    static void check(String name, Spool content) throws IOException {
        try (InputStream in = new BufferedInputStream(content.open())) {
            int first = in.read();
            for (int mark = 0; mark < BYTE_ORDER_MARK.length && first == BYTE_ORDER_MARK[mark]; mark++) {
                first = in.read();
            }
            while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
                first = in.read();
            }
            if (first != '{' && first != '[') {
                throw RefusedFile.otherContent(name);
            }
        }
    }
}
