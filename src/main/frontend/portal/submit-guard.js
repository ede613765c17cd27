const WAITING = 'Envoi en cours…';

/** A second submit of the same POST form is ignored; its buttons say that sending is under way. */
export function guardSubmits() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented || form.hasAttribute('data-no-guard')) return;
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    form.dataset.sending = 'true';
    // after the event: a disabled button would not send its name and value
    setTimeout(() => freeze(form, event.submitter));
  });
  // the page comes back from the browser's cache as it was left
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('form[data-sending]').forEach(release);
  });
  document.addEventListener('htmx:afterRequest', ({ target }) => {
    if (target.matches('form[data-sending]')) release(target);
  });
}

function freeze(form, submitter) {
  if (!form.dataset.sending) return;
  for (const button of submitButtons(form)) button.disabled = true;
  if (submitter instanceof HTMLButtonElement) {
    submitter.dataset.label = submitter.textContent;
    submitter.textContent = WAITING;
  }
}

function release(form) {
  delete form.dataset.sending;
  for (const button of submitButtons(form)) {
    button.disabled = false;
    if (button.dataset.label) button.textContent = button.dataset.label;
  }
}

function submitButtons(form) {
  return [...form.elements].filter((control) => control.type === 'submit');
}
