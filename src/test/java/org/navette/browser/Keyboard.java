package org.navette.browser;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;

/** The hands of a person who has no mouse: controls are reached with the Tab key, never by a click. */
record Keyboard(Visitor visitor) {

    private static final int FAR = 60;

    /** Presses Tab until the control has the focus; who sees that it is not active yet waits until it is. */
    Keyboard to(Locator control) {
        PlaywrightAssertions.assertThat(control).isEnabled();
        for (int i = 0; i < FAR; i++) {
            if ((Boolean) control.evaluate("element => element === document.activeElement")) {
                return this;
            }
            press("Tab");
        }
        throw new AssertionError("not reached with the Tab key: " + control);
    }

    /** Goes to a control and presses a key on it. */
    Keyboard press(String key, Locator control) {
        return to(control).press(key);
    }

    Keyboard press(String key) {
        visitor.page.keyboard().press(key);
        return this;
    }

    Keyboard type(String text) {
        visitor.page.keyboard().type(text);
        return this;
    }

    /** Goes to a field and replaces what is in it. */
    Keyboard fill(String field, String text) {
        return to(visitor.field(field)).press("ControlOrMeta+A").type(text);
    }

    /** Opens the dialog of a file field with the space bar and chooses a PDF in it. */
    Keyboard choose(Locator place, String name) {
        Assertions.assertThat(choose(place, Samples.pdf(name)).isMultiple()).isTrue();
        return this;
    }

    /** The same for any file; returns the dialog that was open. */
    FileChooser choose(Locator place, FilePayload file) {
        to(place);
        FileChooser chooser = visitor.page.waitForFileChooser(() -> press("Space"));
        chooser.setFiles(file);
        return chooser;
    }
}
