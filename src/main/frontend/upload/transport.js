import { pageHeaders } from '../portal/headers.js';

const CREATED = 201;
const MESSAGES = {
  0: 'L’envoi a été interrompu. Vérifiez votre connexion, puis recommencez.',
  401: 'Votre session est terminée : reconnectez-vous pour joindre ce fichier.',
  403: 'Votre session est terminée : reconnectez-vous pour joindre ce fichier.',
  413: 'Ce fichier est trop volumineux.',
};
const DEFAULT_MESSAGE = 'Le fichier n’a pas pu être envoyé. Recommencez dans un instant.';

/**
 * Sends one file. XMLHttpRequest because fetch tells no upload progress.
 *
 * @param onProgress called with a percentage
 * @returns `{ done, abort }`: done gives the stored file `{ id, name, size, type, preview }` or throws an Error whose
 *   message is for people
 */
export function send(url, file, onProgress) {
  const request = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    const fail = () => reject(new Error(problem(request)));
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    });
    request.addEventListener('load', () => {
      document.dispatchEvent(new CustomEvent('navette:request'));
      const stored = json(request.responseText);
      if (request.status === CREATED && stored?.id) resolve(stored);
      else fail();
    });
    request.addEventListener('error', fail);
    request.addEventListener('timeout', fail);
    request.addEventListener('abort', fail);
  });
  const body = new FormData();
  body.append('file', file);
  request.open('POST', url);
  for (const [name, value] of Object.entries(pageHeaders())) request.setRequestHeader(name, value);
  request.setRequestHeader('Accept', 'application/json');
  request.send(body);
  return { done, abort: () => request.abort() };
}

/** Deletes a stored file; one that is already gone counts as deleted. */
export async function remove(url, id) {
  const answer = await fetch(`${url}/${encodeURIComponent(id)}`, { method: 'DELETE', headers: pageHeaders() });
  document.dispatchEvent(new CustomEvent('navette:request'));
  if (!answer.ok && answer.status !== 404) throw new Error('Le fichier n’a pas pu être supprimé. Recommencez.');
}

function problem({ status, responseText }) {
  // a success that is no JSON is the login page, reached by a redirection
  if (status >= 200 && status < 300) return MESSAGES[401];
  return json(responseText)?.message || MESSAGES[status] || DEFAULT_MESSAGE;
}

function json(text) {
  try { return JSON.parse(text); } catch { return null; }
}
