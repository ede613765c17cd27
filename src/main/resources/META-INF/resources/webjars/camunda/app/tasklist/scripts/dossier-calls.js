/** Calls our server about the task of a dossier. */
export function call(dossier, path, { body, ...options }) {
  const { address, csrfHeader, csrf } = dossier.dataset;
  const headers = { [csrfHeader]: csrf, Accept: 'application/json' };
  if (typeof body === 'string') headers['Content-Type'] = 'application/json';
  return fetch(address + path, { ...options, body, headers });
}

/** Says something below the form; a refusal takes the focus, since the page has not moved on. */
export function say(dossier, text, isRefusal = false) {
  const place = dossier.querySelector('[data-messages]');
  place.textContent = text;
  place.classList.toggle('dossier__refusal', isRefusal);
  if (isRefusal) place.scrollIntoView({ block: 'nearest' });
}
