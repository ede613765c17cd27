package org.navette.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import org.navette.HtmlRules;

/**
 * A page as the scripts have left it, which the server's own answer says nothing of, held against the rules of HTML. Two
 * things that libraries draw and that text cannot say are told otherwise: the form of form-js stands inside of ours, where
 * the DOM lets it but a parser does not, and is read as the division that it might be; the images of form-js and flatpickr
 * name their namespaces, as images in files do.
 */
final class DrawnHtml {

    private static final String TEXT =
            """
            (part) => {
              const copy = document.querySelector(part || 'html').cloneNode(true);
              for (const form of copy.querySelectorAll('form.fjs-form')) {
                const division = document.createElement('div');
                division.className = form.className;
                division.append(...form.childNodes);
                form.replaceWith(division);
              }
              for (const image of copy.querySelectorAll('.fjs-powered-by-link svg, .flatpickr-calendar svg')) {
                image.removeAttribute('xmlns');
                image.removeAttribute('xmlns:xlink');
              }
              return (part ? '' : '<!DOCTYPE html>') + copy.outerHTML;
            }""";

    private DrawnHtml() {}

    /** What the page does against the rules, a text for each time; empty when it keeps them all. */
    static List<String> errors(Page page) {
        return errors(page, "");
    }

    /** The same, of a part of the page: the first element that the selector finds. */
    static List<String> errors(Page page, String part) {
        return HtmlRules.errors((String) page.evaluate(TEXT, part));
    }
}
