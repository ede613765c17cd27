import { showErrorSummary } from '../portal/error-summary.js';
import { sha256 } from '../text/sha256.js';

const WORKING = 'Vérification automatique en cours…';
const DONE = 'Vérification automatique terminée : envoi en cours…';
const FAILED = 'La vérification automatique n’a pas pu se faire. Vérifiez votre connexion, puis envoyez de nouveau.';
/** How long the page may stand still, in milliseconds. */
const STRETCH = 20;

/**
 * Solves the server's challenge before a form is sent that asks for it: a calculation in place of a puzzle, after the
 * form was found right. Nobody has anything to do; what goes on is told to screen readers too.
 */
export function proveWork(form) {
  const place = form.querySelector('[data-proof-url]');
  if (!place) return;
  const hidden = form.elements.namedItem('proof');
  const text = place.querySelector('[role=status]');
  const progress = place.querySelector('progress');
  let working = false;

  form.addEventListener('submit', async (event) => {
    if (event.target !== form || event.defaultPrevented || hidden.value) return;
    event.preventDefault();
    if (working) return;
    working = true;
    showErrorSummary([]);
    text.textContent = WORKING;
    progress.hidden = false;
    try {
      const { challenge, csrf } = await ask(place.dataset.proofUrl);
      hidden.value = proof(challenge, await solve(challenge, (part) => { progress.value = part * 100; }));
      // the session may have ended while the form was being typed
      form.elements.namedItem('_csrf').value = csrf;
      text.textContent = DONE;
      form.requestSubmit();
    } catch {
      text.textContent = '';
      showErrorSummary([{ message: FAILED }]);
    } finally {
      progress.hidden = true;
      working = false;
    }
  });
  // the page comes back from the browser's cache as it was left: each proof is good for one sending
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    hidden.value = '';
    text.textContent = '';
  });
}

async function ask(url) {
  const answer = await fetch(url, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${answer.status} from ${url}`);
  return answer.json();
}

/**
 * Looks for the number whose digest, behind the salt, is the challenge.
 *
 * @param onProgress called with the part of all numbers that were tried
 * @param pause lets the page breathe
 */
export async function solve({ salt, challenge, maxnumber }, onProgress = () => {}, pause = breathe) {
  let until = performance.now() + STRETCH;
  for (let number = 0; number <= maxnumber; number++) {
    if (sha256(salt + number) === challenge) return number;
    if (number % 256 === 0 && performance.now() > until) {
      onProgress(number / maxnumber);
      await pause();
      until = performance.now() + STRETCH;
    }
  }
  throw new Error('no number solves the challenge');
}

const breathe = () => new Promise((resolve) => { setTimeout(resolve); });

/** The solution as the server reads it: JSON in Base64. */
export function proof({ algorithm, challenge, salt, signature }, number) {
  return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
}
