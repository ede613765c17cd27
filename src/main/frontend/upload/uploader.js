import { plural } from '../text/numbers.js';
import { createRow } from './row.js';
import { refusal, rulesText } from './rules.js';
import { remove, send } from './transport.js';

let lastId = 0;

/**
 * The upload area: drop or choose files, each sent at once on its own request.
 *
 * @param options `url`, `rules`, `files` (already stored), `label` (said after the button's words, where a page has
 *   several), `onChange` (called with the ids of the stored files)
 * @returns `{ element, id, ids(), isBusy(), showErrors(messages) }`, id being that of the control to focus
 */
export function createUploader({ url, rules, files = [], label = '', onChange = () => {} }) {
  const id = `upload-${++lastId}`;
  const element = document.createElement('div');
  element.className = 'upload';
  element.innerHTML = `
    <div class="upload__drop">
      <p class="upload__invite">Glissez vos fichiers ici ou</p>
      <button type="button" class="btn btn-outline-primary" id="${id}" aria-describedby="${id}-rules ${id}-errors">Choisir des fichiers</button>
      <input type="file" multiple hidden>
      <p class="upload__rules" id="${id}-rules"></p>
    </div>
    <div class="field__errors" id="${id}-errors" aria-live="polite"></div>
    <ul class="upload__list" aria-label="Fichiers joints" hidden></ul>
    <p class="upload__count"></p>
    <p class="visually-hidden" role="status"></p>`;
  const find = (selector) => element.querySelector(selector);
  const [drop, chooser, input, list] = ['.upload__drop', 'button', 'input', 'ul'].map(find);
  const [count, spoken, errors] = ['.upload__count', '[role=status]', '.field__errors'].map(find);
  if (label) chooser.insertAdjacentHTML('beforeend', '<span class="visually-hidden"></span>');
  if (label) chooser.lastElementChild.textContent = ` : ${label}`;
  find('.upload__rules').textContent = rulesText(rules);
  if (rules.maxCount === 0) for (const useless of [find('.upload__invite'), chooser]) useless.hidden = true;
  if (rules.extensions?.length) input.accept = rules.extensions.map((extension) => `.${extension}`).join(',');

  /** Lines shown, in order: `{ row, state: 'sending' | 'sent' | 'failed', id?, abort? }`. */
  const entries = [];
  const kept = () => entries.filter(({ state }) => state !== 'failed');
  const sent = () => entries.filter(({ state }) => state === 'sent');
  const ids = () => sent().map((entry) => entry.id);

  chooser.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    add([...input.files]);
    input.value = ''; // the same file can then be chosen again
  });
  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('upload__drop--over');
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('upload__drop--over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('upload__drop--over');
    add([...event.dataTransfer.files]);
  });
  for (const stored of files) markSent(insert(stored), stored);
  refresh();

  function add(chosen) {
    showErrors([]);
    for (const file of chosen) {
      const reason = refusal(file, rules, kept().length);
      const entry = insert(file);
      if (reason) markFailed(entry, file, reason);
      else upload(entry, file);
    }
    refresh();
  }

  function insert(file) {
    const entry = { state: 'sending' };
    entry.row = createRow(file, () => discard(entry, file));
    entries.push(entry);
    list.append(entry.row.element);
    return entry;
  }

  async function upload(entry, file) {
    entry.row.progress(0);
    const { done, abort } = send(url, file, entry.row.progress);
    entry.abort = abort;
    try {
      markSent(entry, await done);
      spoken.textContent = `${file.name} est joint.`;
    } catch (failure) {
      markFailed(entry, file, failure.message);
    }
    refresh();
  }

  function markSent(entry, stored) {
    Object.assign(entry, { state: 'sent', id: stored.id });
    entry.row.sent(stored);
  }

  function markFailed(entry, file, message) {
    entry.state = 'failed';
    entry.row.failed(`${message} Il ne sera pas joint.`);
    if (entries.includes(entry)) spoken.textContent = `${file.name} : ${message}`;
  }

  async function discard(entry, file) {
    if (entry.state === 'sent') {
      entry.row.button.disabled = true;
      try {
        await remove(url, entry.id);
      } catch (failure) {
        entry.row.button.disabled = false;
        spoken.textContent = failure.message;
        showErrors([failure.message]);
        return;
      }
    }
    entries.splice(entries.indexOf(entry), 1);
    if (entry.state === 'sending') entry.abort?.();
    entry.row.element.remove();
    spoken.textContent = `${file.name} est supprimé.`;
    refresh();
    chooser.focus(); // the button that had focus is gone
  }

  function refresh() {
    list.hidden = entries.length === 0;
    count.textContent = entries.length ? `${plural(sent().length, 'fichier joint', 'fichiers joints')} sur ${rules.maxCount}` : '';
    onChange(ids());
  }

  function showErrors(messages) {
    errors.replaceChildren(...messages.map((message) =>
      Object.assign(document.createElement('p'), { className: 'field__error', textContent: message })));
  }

  return {
    element,
    id,
    ids,
    isBusy: () => entries.some(({ state }) => state === 'sending'),
    showErrors,
  };
}
