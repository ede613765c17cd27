import { pageHeaders } from '../portal/headers.js';

const FILLED = 'Les informations connues de l’annuaire ont été reprises : vérifiez-les.';
const SIRET = /^\d{14}$/;

/**
 * Fills the empty fields of a form with what is known of the SIRET that is typed; what was typed is never replaced.
 *
 * @param page the form; `data-suggest-url` says who is asked
 */
export function suggestions(page, form) {
  const { suggestUrl: url } = page.dataset;
  const fields = form.get('formFieldRegistry').getAll();
  const key = fields.find(({ properties }) => properties?.check === 'siret')?.key;
  if (!url || !key) return;
  let asked = plain(form._getState().data[key]);

  form.on('changed', ({ data }) => {
    const siret = plain(data[key]);
    if (siret === asked || !SIRET.test(siret)) return;
    asked = siret;
    fill(siret);
  });

  async function fill(siret) {
    const answer = await fetch(`${url}?siret=${siret}`, { headers: { Accept: 'application/json', ...pageHeaders() } })
      .catch(() => null);
    if (!answer?.ok) return;
    const known = await answer.json();
    const now = form._getState().data;
    const empty = Object.entries(known).filter(([name]) => fields.some((field) => field.key === name) && !now[name]);
    if (!empty.length) return;
    form._setState({ data: { ...now, ...Object.fromEntries(empty) } });
    const place = page.querySelector('.saved');
    if (place) place.textContent = FILLED;
  }
}

function plain(text) {
  return String(text ?? '').replace(/[\s.]/g, '');
}
