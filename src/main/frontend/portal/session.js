import { plural } from '../text/numbers.js';

const WARN_BEFORE_S = 120;
const TICK_MS = 1000;

/**
 * Warns before the server forgets an idle person, and says so once it has.
 * `<body data-session-seconds="1800" data-keepalive-url="/session">`; without the first nothing happens.
 * The server's clock starts again at each request, from any tab: the time of the last one is shared between tabs.
 */
export function watchSession() {
  const seconds = Number(document.body.dataset.sessionSeconds);
  const url = document.body.dataset.keepaliveUrl;
  if (!seconds || !url) return;

  const lastRequest = sharedTime(`navette.lastRequest ${url}`);
  const warnAt = Math.min(WARN_BEFORE_S, seconds / 3);
  const dialog = createDialog(stayConnected);
  lastRequest.touch();
  document.addEventListener('navette:request', lastRequest.touch);
  document.addEventListener('htmx:afterRequest', lastRequest.touch);
  const timer = setInterval(tick, TICK_MS);

  function tick() {
    const left = Math.round(seconds - (Date.now() - lastRequest.read()) / 1000);
    if (left <= 0) {
      clearInterval(timer);
      dialog.expired();
    } else if (left <= warnAt) {
      dialog.warn(left);
    } else {
      dialog.close();
    }
  }

  async function stayConnected() {
    let answer;
    try {
      answer = await fetch(url, { cache: 'no-store', redirect: 'manual', headers: { Accept: 'application/json' } });
    } catch {
      return; // no network: the dialog stays, people can try again
    }
    if (answer.ok) {
      lastRequest.touch();
      dialog.close();
    } else { // refused, or sent to the login page
      clearInterval(timer);
      dialog.expired();
    }
  }
}

function sharedTime(key) {
  let local = Date.now();
  return {
    touch() {
      local = Date.now();
      try { localStorage.setItem(key, local); } catch { /* storage refused: this tab counts alone */ }
    },
    read() {
      try { return Math.max(local, Number(localStorage.getItem(key))); } catch { return local; }
    },
  };
}

function createDialog(onStay) {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-labelledby', 'session-title');
  dialog.innerHTML = `
    <h2 class="dialog__title" id="session-title"></h2>
    <p data-text></p>
    <div class="dialog__actions"><button type="button" class="btn btn-primary"></button></div>`;
  const title = dialog.querySelector('h2');
  const text = dialog.querySelector('[data-text]');
  const button = dialog.querySelector('button');
  let shown = '';
  document.body.append(dialog);

  const open = (state, heading, label, onClick) => {
    if (shown === state) return;
    shown = state;
    title.textContent = heading;
    button.textContent = label;
    button.onclick = onClick;
    if (!dialog.open) dialog.showModal();
    button.focus();
  };
  // Escape means "I am here" as much as the button does
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    if (shown === 'warning') onStay();
  });

  return {
    warn(left) {
      open('warning', 'Êtes-vous toujours là ?', 'Rester connecté', onStay);
      const wait = left > 60 ? plural(Math.ceil(left / 60), 'minute') : plural(left, 'seconde');
      text.textContent = `Sans action de votre part, vous serez déconnecté dans ${wait} et votre saisie sera perdue.`;
    },
    expired() {
      open('expired', 'Votre session est terminée', 'Se reconnecter', () => location.reload());
      text.textContent = 'Vous êtes resté trop longtemps sans activité. Reconnectez-vous pour continuer.';
    },
    close() {
      shown = '';
      if (dialog.open) dialog.close();
    },
  };
}
