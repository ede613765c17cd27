/* Files laid into an answer. */
import { call, say } from './dossier-calls.js';

/** Sends the files that are chosen, one by one, and takes them out again. */
export function takeFiles(dossier) {
  const input = dossier.querySelector('input[type=file]');
  if (!input) return; // an answer that takes none
  const list = dossier.querySelector('[data-added]');
  input.addEventListener('change', async () => {
    for (const file of input.files) await send(dossier, list, file);
    input.value = '';
  });
  list.addEventListener('click', (event) => {
    if (event.target.matches('[data-remove]')) remove(dossier, event.target.closest('li'));
  });
}

async function send(dossier, list, file) {
  say(dossier, `Envoi de ${file.name}…`);
  const body = new FormData();
  body.append('file', file);
  const answer = await call(dossier, '/fichiers', { method: 'POST', body }).catch(() => null);
  const result = await answer?.json().catch(() => ({})) ?? {};
  if (!answer?.ok) return say(dossier, `${file.name} : ${result.message || 'le fichier n’a pas pu être envoyé.'}`, true);
  const item = document.createElement('li');
  item.dataset.id = result.id;
  const name = document.createElement('span');
  name.textContent = result.name;
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'btn btn-link btn-sm', textContent: 'Retirer' });
  button.dataset.remove = '';
  item.append(name, ' ', button);
  list.append(item);
  say(dossier, `${result.name} partira avec votre réponse.`);
}

async function remove(dossier, item) {
  const answer = await call(dossier, `/fichiers/${item.dataset.id}`, { method: 'DELETE' }).catch(() => null);
  if (!answer?.ok) return say(dossier, 'Le fichier n’a pas pu être retiré.', true);
  item.remove();
  say(dossier, 'Fichier retiré.');
}
