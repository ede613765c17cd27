package org.navette.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks into a file. */
@Component
class ContentCheck {
    @Nullable
    String check(String name, FileKind kind, AttachmentRules rules, Spool content) throws IOException {
        return kind.isText() ? "UTF-8" : null;
    }
}
