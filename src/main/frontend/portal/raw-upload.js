import { pageHeaders } from './headers.js';

const CREATED = 201;
const FAILED = 'L’archive n’a pas pu être envoyée. Vérifiez votre connexion, puis recommencez.';

/**
 * Forms `[data-raw-upload]` send their one file alone, with its progress, as large as it is; without a script they send it
 * as any form does. The answer says where to go, or what is wrong.
 */
export function mountRawUploads(root) {
  for (const form of root.querySelectorAll('form[data-raw-upload]')) {
    form.addEventListener('submit', (event) => {
      const file = form.elements.namedItem('file').files[0];
      if (!file) return;
      event.preventDefault();
      send(form, file);
    });
  }
}

function send(form, file) {
  const problem = form.querySelector('[data-raw-upload-problem]');
  const box = form.querySelector('[data-raw-upload-progress]');
  const button = form.querySelector('button[type="submit"]');
  const request = new XMLHttpRequest();
  const fail = (text) => {
    problem.textContent = text;
    problem.hidden = false;
    box.hidden = true;
    button.disabled = false;
  };
  problem.hidden = true;
  box.hidden = false;
  button.disabled = true;
  request.upload.addEventListener('progress', (event) => {
    if (event.lengthComputable) box.querySelector('progress').value = Math.round((event.loaded / event.total) * 100);
  });
  request.addEventListener('load', () => {
    const answer = json(request.responseText);
    if (request.status === CREATED && answer?.location) window.location.assign(answer.location);
    else fail(answer?.message || FAILED);
  });
  request.addEventListener('error', () => fail(FAILED));
  request.open('POST', form.action);
  for (const [name, value] of Object.entries(pageHeaders())) request.setRequestHeader(name, value);
  request.setRequestHeader('Content-Type', 'application/zip');
  request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
  request.send(file);
}

function json(text) {
  try { return JSON.parse(text); } catch { return null; }
}
