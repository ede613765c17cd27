/* The Dossier tab: the request behind the task, read from our server each time the tab opens, and its form. */
import { takeFiles } from './dossier-files.js';
import { call, say } from './dossier-calls.js';
import { offerPreviews } from './dossier-preview.js';

const UNREADABLE = 'Le dossier n’a pas pu être affiché. Rafraîchissez la page.';
const UNSENT = 'L’envoi n’a pas abouti. Vérifiez votre connexion, puis recommencez : votre texte est conservé.';
const KEEP_AFTER_MS = 1500;

let leave = () => {};
// whoever has just done something here goes on at what is to be done next, wherever the page has drawn it
let goesOn = false;

export default {
  id: 'navette.dossier',
  pluginPoint: 'tasklist.task.detail',
  priority: 5000,
  properties: { label: 'Dossier' },
  render(node, { taskId }) {
    node.innerHTML = '<p role="status">Chargement du dossier…</p>';
    load(node, taskId);
  },
  unmount() {
    leave();
    leave = () => {};
  }
};

function load(node, taskId) {
  return fetch(`/agents/dossiers/${taskId}`, { headers: { Accept: 'text/html' } })
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)))
    .then((html) => {
      node.innerHTML = html;
      open(node.querySelector('.dossier'));
      if (goesOn) node.querySelector('#dossier-act').focus();
      goesOn = false;
    })
    .catch(() => { node.textContent = UNREADABLE; });
}

function open(dossier) {
  offerPreviews(dossier);
  dossier.querySelector('[data-take]')?.addEventListener('click', ({ currentTarget }) => act(dossier, currentTarget, '/prise'));
  dossier.querySelector('[data-note]').addEventListener('submit', (event) => note(event, dossier));
  dossier.querySelector('[data-handover]')?.addEventListener('submit', (event) => handOver(event, dossier));
  const form = dossier.querySelector('[data-task-form]');
  if (!form) return;
  takeFiles(dossier);
  leave = keepDraft(dossier, form);
  // after the form's own listener, which checks the answers and stops the event when one is wrong
  dossier.addEventListener('submit', (event) => {
    if (event.target !== form || event.defaultPrevented) return;
    event.preventDefault();
    leave.done = true;
    act(dossier, form.querySelector('[type=submit]'), '/reponse', form.elements.answers.value)
      .then((sent) => { leave.done = sent; });
  });
  form.dispatchEvent(new CustomEvent('navette:form', { bubbles: true }));
}

/** Adds a note and shows it where the others are. */
async function note(event, dossier) {
  event.preventDefault();
  const form = event.target;
  const [area, place] = [form.querySelector('textarea'), form.querySelector('[data-note-message]')];
  const text = area.value.trim();
  const answer = await call(dossier, '/notes', { method: 'POST', body: JSON.stringify({ text }) }).catch(() => null);
  const result = await answer?.json().catch(() => ({})) ?? {};
  place.textContent = answer?.ok ? 'Note ajoutée.' : (result.message || UNSENT);
  if (!answer?.ok) return;
  const quote = document.createElement('blockquote');
  const body = Object.assign(document.createElement('p'), { className: 'dossier__text', textContent: text });
  const footer = Object.assign(document.createElement('footer'), { textContent: 'Vous, à l’instant' });
  quote.append(body, footer);
  form.before(quote);
  area.value = '';
}

/** Gives the task to somebody else; what was typed last goes with it. */
async function handOver(event, dossier) {
  event.preventDefault();
  const form = event.target;
  const [to, place] = [form.elements.colleague, form.querySelector('[data-handover-message]')];
  const reason = form.elements.reason.value.trim();
  const missing = to.required && !to.value ? [to, 'Choisissez la personne qui reçoit la tâche.']
    : !reason ? [form.elements.reason, 'Indiquez pourquoi : le motif est noté dans la chronologie.'] : null;
  if (missing) {
    place.textContent = missing[1];
    missing[0].focus();
    return;
  }
  await leave.keep?.();
  const body = JSON.stringify({ colleague: to.value, reason });
  const answer = await call(dossier, '/transmission', { method: 'POST', body }).catch(() => null);
  const result = await answer?.json().catch(() => ({})) ?? {};
  if (answer?.ok) {
    leave.done = true;
    goOn();
  } else {
    place.textContent = result.message || UNSENT;
  }
}

/** Sends what a button stands for; true when the server has done it. */
async function act(dossier, button, path, body) {
  button.disabled = true;
  say(dossier, 'Envoi en cours…');
  const answer = await call(dossier, path, { method: 'POST', body }).catch(() => null);
  const result = await answer?.json().catch(() => ({})) ?? {};
  if (answer?.ok) {
    goesOn = Boolean(result.next);
    // a task that was only taken is still this one
    if (result.next && dossier.dataset.address.endsWith(result.next)) load(dossier.parentElement, result.next);
    else goOn(result.next);
    return true;
  }
  button.disabled = false;
  say(dossier, result.message || UNSENT, true);
  return false;
}

/** Opens the task that comes next on the same request, or none; Tasklist reads its list again. */
function goOn(next) {
  const [path, query = ''] = window.location.hash.replace(/^#/, '').split('?');
  const address = new URLSearchParams(query);
  address.delete('task');
  address.delete('detailsTab');
  if (next) address.set('task', next);
  window.location.hash = `${path}?${address}`;
  if (!next) focusList();
}

/** The task and all that had the focus are gone: who works with keys or listens goes on in the list of tasks. */
function focusList() {
  const list = document.querySelector('section.tasks-list');
  if (!list) return;
  list.tabIndex = -1;
  list.setAttribute('aria-label', 'Liste des tâches');
  list.focus({ preventScroll: true });
}

/** Keeps on the server what is typed, a moment after the last key; returns what to call when the tab is left. */
function keepDraft(dossier, form) {
  const place = dossier.querySelector('[data-draft]');
  let waiting = null;
  let timer = 0;
  const keep = async (options) => {
    clearTimeout(timer);
    if (waiting === null || leave.done) return;
    const body = waiting;
    waiting = null;
    const answer = await call(dossier, '/brouillon', { method: 'PUT', body, ...options }).catch(() => null);
    const result = await answer?.json().catch(() => ({})) ?? {};
    place.textContent = answer?.ok ? `Brouillon enregistré le ${result.at}.` : (result.message || 'Le brouillon n’est pas enregistré.');
  };
  form.addEventListener('navette:changed', ({ detail }) => {
    waiting = JSON.stringify(detail);
    clearTimeout(timer);
    timer = setTimeout(keep, KEEP_AFTER_MS);
  });
  // a closed tab or browser: the request outlives the page
  const hidden = () => { if (document.visibilityState === 'hidden') keep({ keepalive: true }); };
  document.addEventListener('visibilitychange', hidden);
  const left = () => {
    document.removeEventListener('visibilitychange', hidden);
    keep({ keepalive: true });
  };
  left.keep = keep;
  return left;
}
