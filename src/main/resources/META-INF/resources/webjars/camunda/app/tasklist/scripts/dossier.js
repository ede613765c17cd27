/* The Dossier tab: the request behind the task, read from our server each time the tab opens. */
const UNREADABLE = 'Le dossier n’a pas pu être affiché. Rafraîchissez la page.';

export default {
  id: 'navette.dossier',
  pluginPoint: 'tasklist.task.detail',
  priority: 5000,
  properties: { label: 'Dossier' },
  render(node, { taskId }) {
    node.innerHTML = '<p role="status">Chargement du dossier…</p>';
    fetch(`/agents/dossiers/${taskId}`, { headers: { Accept: 'text/html' } })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)))
      .then((html) => {
        node.innerHTML = html;
        takeFiles(node.querySelector('.dossier'));
      })
      .catch(() => { node.textContent = UNREADABLE; });
  },
  unmount() {}
};

function takeFiles(dossier) {
  const input = dossier.querySelector('input[type=file]');
  if (!input) return;
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
  const answer = await call(dossier, '', { method: 'POST', body });
  const result = await answer.json().catch(() => ({}));
  if (!answer.ok) return say(dossier, result.message || `${file.name} n’a pas pu être envoyé.`);
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
  const answer = await call(dossier, `/${item.dataset.id}`, { method: 'DELETE' });
  if (!answer.ok) return say(dossier, 'Le fichier n’a pas pu être retiré.');
  item.remove();
  say(dossier, 'Fichier retiré.');
}

function call(dossier, path, options) {
  const { files, csrfHeader, csrf } = dossier.dataset;
  return fetch(files + path, { ...options, headers: { [csrfHeader]: csrf, Accept: 'application/json' } });
}

function say(dossier, text) {
  dossier.querySelector('[data-messages]').textContent = text;
}
