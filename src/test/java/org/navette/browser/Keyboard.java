package org.navette.browser;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;

/** The hands of a person who has no mouse: controls are reached with the Tab key, never by a click. */
record Keyboard(Visitor visitor) {

    private static final int FAR = 120;

    /** Empty when it is seen where the focus is; Camunda's own pages are Camunda's, except for our dossier. */
    private static final String UNSEEN =
            """
            () => {
              const element = document.activeElement;
              if (!element || element === document.body) return '';
              if (location.pathname.startsWith('/camunda/') && !element.closest('.dossier, dialog')) return '';
              const places = [element, element.closest('.chip'), element.closest('label')].filter(Boolean);
              const ring = places.map((place) => getComputedStyle(place))
                .some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
              const inside = places.map((place) => place.getBoundingClientRect())
                .some(({ width, top, bottom, left, right }) => width > 0 && bottom > 0 && top < innerHeight
                  && right > 0 && left < innerWidth);
              return ring && inside ? '' : element.outerHTML.slice(0, 300);
            }""";

    /**
     * Presses Tab until the control has the focus, which is seen all the way; who sees that it is not active yet waits
     * until it is.
     */
    Keyboard to(Locator control) {
        return go("Tab", control);
    }

    /** The same, backwards. */
    Keyboard back(Locator control) {
        return go("Shift+Tab", control);
    }

    private Keyboard go(String key, Locator control) {
        PlaywrightAssertions.assertThat(control).isEnabled();
        for (int i = 0; i < FAR; i++) {
            if ((Boolean) control.evaluate("element => element === document.activeElement")) {
                return this;
            }
            press(key);
            Assertions.assertThat((String) visitor.page.evaluate(UNSEEN))
                    .as("has the focus, which nobody sees")
                    .isEmpty();
        }
        throw new AssertionError("not reached with the key " + key + ": " + control);
    }

    /** Follows the link to the content, which comes first and is seen once it has the focus. */
    Keyboard skip() {
        press("Tab");
        Locator link = visitor.link("Aller au contenu");
        PlaywrightAssertions.assertThat(link).isFocused();
        PlaywrightAssertions.assertThat(link).isInViewport();
        press("Enter");
        PlaywrightAssertions.assertThat(visitor.page.locator("#contenu")).isFocused();
        return this;
    }

    /** The summary of errors has the focus; its first link leads to the field. */
    Keyboard mend(Locator field) {
        PlaywrightAssertions.assertThat(visitor.page.locator("[data-error-summary]"))
                .isFocused();
        press("Tab").press("Enter");
        PlaywrightAssertions.assertThat(field).isFocused();
        PlaywrightAssertions.assertThat(field).isInViewport();
        return this;
    }

    /** The focus is somewhere: whatever has changed on the page, who goes on goes on from there. */
    Keyboard isSomewhere() {
        PlaywrightAssertions.assertThat(visitor.page.locator(":focus")).hasCount(1);
        return this;
    }

    /** Chooses in a group of radio buttons, which is one stop of the Tab key. */
    Keyboard pick(Locator radio) {
        String group = "[name='" + radio.getAttribute("name") + "']";
        Locator first = visitor.page
                .locator(group + ":checked")
                .or(visitor.page.locator(group))
                .first();
        press("Space", first);
        for (int i = 0; i < FAR && !radio.isChecked(); i++) {
            press("ArrowDown");
        }
        PlaywrightAssertions.assertThat(radio).isChecked();
        return this;
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
