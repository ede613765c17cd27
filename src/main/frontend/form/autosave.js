import { pageHeaders } from '../portal/headers.js';

const EVERY_MS = 30_000;
const SAVED = 'Brouillon enregistré.';
const NOT_SAVED = 'Le brouillon n’a pas pu être enregistré. Vérifiez votre connexion : un nouvel essai suivra.';

/**
 * Keeps what is being typed on the server every half minute when it has changed, and when the page is hidden.
 *
 * @param page the form; `data-autosave-url` says where, its field `version` which version of the draft it shows
 * @param answers gives the answers as they are now
 */
export function autosave(page, answers) {
  const { autosaveUrl: url } = page.dataset;
  if (!url) return;
  let kept = JSON.stringify(answers());
  let sending = false;
  let stopped = false;
  page.addEventListener('submit', (event) => { stopped ||= !event.defaultPrevented; });

  async function keep() {
    const now = JSON.stringify(answers());
    if (kept === now || sending || stopped) return;
    sending = true;
    try {
      const body = new URLSearchParams({ answers: now, version: page.elements.version.value });
      const answer = await fetch(url, { method: 'PUT', body, headers: { Accept: 'application/json', ...pageHeaders() } });
      const said = await answer.json();
      if (answer.ok) {
        page.elements.version.value = said.version;
        document.querySelectorAll('input[name=version]').forEach((input) => { input.value = said.version; });
        kept = now;
        say(page, SAVED);
      } else {
        stopped = answer.status === 409;
        say(page, said.message ?? NOT_SAVED, true);
      }
    } catch {
      say(page, NOT_SAVED, true);
    } finally {
      sending = false;
    }
  }

  setInterval(keep, EVERY_MS);
  document.addEventListener('visibilitychange', () => { if (document.hidden) keep(); });
  // leaving by a link of the page keeps what was typed first
  document.addEventListener('click', async (event) => {
    const link = event.target.closest('a[href]');
    if (!link || link.target || link.origin !== window.location.origin || event.defaultPrevented) return;
    if (kept === JSON.stringify(answers()) || stopped) return;
    event.preventDefault();
    await keep();
    window.location.assign(link.href);
  });
}

function say(page, text, isProblem = false) {
  const place = page.querySelector('.saved');
  if (!place) return;
  place.textContent = text;
  place.classList.toggle('saved--problem', isProblem);
}
