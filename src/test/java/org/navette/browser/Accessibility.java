package org.navette.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The rules of accessibility, as axe knows them. {@link AxeBuilder} would bring back every element that keeps every rule,
 * which takes twice the time; here only what breaks one leaves the page.
 */
final class Accessibility {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");
    private static final String AXE = script();
    private static final String RUN =
            """
            async ([tags, part]) => {
              const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
              const { violations } = await axe.run(part ? document.querySelector(part) : document, options);
              return violations.map((rule) => `${rule.id} (${rule.help})`
                + rule.nodes.map((node) => `\\n  ${node.html} – ${node.failureSummary}`).join(''));
            }""";

    private static final String MOVING =
            """
            () => [...document.querySelectorAll('*')]
              .filter((element) => [null, '::before', '::after'].some((part) => {
                const style = getComputedStyle(element, part);
                return style.scrollBehavior === 'smooth' || `${style.transitionDuration},${style.animationDuration}`
                  .split(',').some((seconds) => parseFloat(seconds) > 0.001);
              }))
              .map((element) => element.outerHTML.slice(0, 120))""";

    private static final String WIDER =
            """
            (part) => {
              const place = part ? document.querySelector(part) : document.documentElement;
              const edge = part ? place.parentElement.getBoundingClientRect().right : place.clientWidth;
              if (place.scrollWidth <= (part ? place.clientWidth : edge)
                && (!part || place.getBoundingClientRect().right <= edge + 1)) return [];
              const wide = [...place.querySelectorAll('*')]
                .filter((element) => element.getBoundingClientRect().right > edge + 1 && !element.closest('.table-box'))
                .map((element) => element.outerHTML.slice(0, 120));
              return [`${place.scrollWidth} pixels wide: ${wide.slice(0, 5).join(' | ')}`];
            }""";

    private static final String STACKED =
            """
            () => [...document.querySelectorAll('.table--stacked')].flatMap((table) => {
              const title = (head) => (head.querySelector('a > span') ?? head).textContent;
              const named = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
              const heads = [...table.tHead.rows[0].cells].map(title).map(named);
              return [...table.tBodies, table.tFoot ?? []].flat().flatMap((part) => [...part.rows])
                .flatMap((row) => [...row.cells])
                .filter((cell) => cell.matches('td:not(.table__act), th[data-label]'))
                .filter((cell) => named(cell.dataset.label) !== heads[cell.cellIndex])
                .map((cell) => `"${cell.dataset.label}" stands below "${heads[cell.cellIndex]}"`);
            })""";

    private static final String SCROLLED =
            """
            (boxes) => [...document.querySelectorAll(boxes)]
              .filter((box) => box.scrollWidth > box.clientWidth)
              .map((box) => `${box.getAttribute('aria-label')}: ${box.scrollWidth} of ${box.clientWidth} pixels`)""";

    private Accessibility() {}

    /** What the page does against the rules, a text for each rule; empty when it keeps them all. */
    static List<String> violations(Page page) {
        return violations(page, "");
    }

    /** The same, of a part of the page: the first element that the selector finds. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page, String part) {
        for (Frame frame : page.frames()) {
            if (!(Boolean) frame.evaluate("() => 'axe' in window")) {
                frame.evaluate(AXE);
            }
        }
        return (List<String>) page.evaluate(RUN, List.of(RULES, part));
    }

    /** The elements that take more than a moment to change, turn or scroll. */
    @SuppressWarnings("unchecked")
    static List<String> moving(Page page) {
        return (List<String>) page.evaluate(MOVING);
    }

    /** What makes the page scroll sideways; empty when nothing does. */
    static List<String> wider(Page page) {
        return wider(page, "");
    }

    /** The same, of a part of the page. */
    @SuppressWarnings("unchecked")
    static List<String> wider(Page page, String part) {
        return (List<String>) page.evaluate(WIDER, part);
    }

    /** Cells whose label, which a narrow screen shows beside them, is not the name of their column. */
    @SuppressWarnings("unchecked")
    static List<String> mislabelled(Page page) {
        return (List<String>) page.evaluate(STACKED);
    }

    /** The boxes in which a table has to be scrolled sideways, of those that the selector finds. */
    @SuppressWarnings("unchecked")
    static List<String> scrolled(Page page, String boxes) {
        return (List<String>) page.evaluate(SCROLLED, boxes);
    }

    private static String script() {
        try (InputStream axe = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return "() => {" + new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "}";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
