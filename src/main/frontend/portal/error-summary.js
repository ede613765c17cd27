import { plural } from '../text/numbers.js';

/** Brings people to what went wrong when the server has answered with errors. */
export function focusErrorSummary(root) {
  root.querySelector('[data-error-summary]:not([hidden])')?.focus();
}

/**
 * Fills the page's error summary and moves focus there; an empty list hides it.
 *
 * @param errors `[{ label, message, target }]`, target being the id of the control to go to (none for a general error)
 */
export function showErrorSummary(errors) {
  const summary = document.querySelector('[data-error-summary]');
  if (!summary) return;
  summary.hidden = errors.length === 0;
  summary.replaceChildren();
  if (!errors.length) return;
  const heading = document.createElement('h2');
  heading.textContent = `${plural(errors.length, 'point')} à corriger`;
  const list = document.createElement('ul');
  list.append(...errors.map(entry));
  summary.append(heading, list);
  summary.focus();
}

function entry({ label, message, target }) {
  const item = document.createElement('li');
  // a label can be a sentence
  const text = label ? `${label.replace(/[.\s]+$/, '')} : ${message}` : message;
  if (!target) {
    item.textContent = text;
    return item;
  }
  const link = document.createElement('a');
  link.href = `#${target}`;
  link.textContent = text;
  // a plain jump would add an entry to the history, and Safari does not always move focus
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const control = document.getElementById(target);
    control?.focus({ preventScroll: true });
    (control?.closest('.field') ?? control)?.scrollIntoView({ block: 'center' });
  });
  item.append(link);
  return item;
}
