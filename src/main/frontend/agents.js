/* Pages of the agents that are not ours: the end of an idle session is announced in them too, and the Dossier has forms. */
import { mountForm } from './form/mount.js';
import { watchSession } from './portal/session.js';

const PING_EVERY_MS = 60_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchmove'];

document.body.dataset.sessionSeconds = '1800';
document.body.dataset.keepaliveUrl = '/agents/session';
watchSession();

// the Dossier is no part of this bundle: it asks for its form when it has drawn it
document.addEventListener('navette:form', ({ target }) => mountForm(target));

// who reads or types here asks nothing of the server for a long time, while the page's own refresh counts for nothing
let lastPing = Date.now();
for (const sign of SIGNS_OF_LIFE) {
  document.addEventListener(sign, tellServer, { capture: true, passive: true });
}

async function tellServer() {
  if (Date.now() - lastPing < PING_EVERY_MS || document.querySelector('dialog[open]')) return;
  lastPing = Date.now();
  try {
    const answer = await fetch('/agents/session', { cache: 'no-store', redirect: 'manual' });
    if (answer.ok) document.dispatchEvent(new Event('navette:request'));
  } catch { /* no network: the next sign of life tries again */ }
}
