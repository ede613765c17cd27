/* A file shown below its line: a PDF page by page as images that the server draws, a picture, a text in a frame without rights. */
const UNDRAWN = 'Ce fichier ne peut pas être affiché ici. Téléchargez-le.';

export function offerPreviews(dossier) {
  for (const button of dossier.querySelectorAll('[data-preview]')) {
    button.addEventListener('click', () => toggle(button));
  }
}

function toggle(button) {
  const line = button.closest('li');
  const shown = line.querySelector('.dossier__preview');
  button.setAttribute('aria-expanded', String(!shown));
  if (shown) {
    shown.remove();
    return;
  }
  const place = make('div', { className: 'dossier__preview' });
  line.append(place);
  show(place, button.dataset);
}

function show(place, { preview, pages, name, kind }) {
  if (pages) {
    showPages(place, pages, name);
  } else if (kind.startsWith('image/')) {
    place.append(picture(preview, `Aperçu de ${name}`, place));
  } else {
    place.append(make('iframe', { src: preview, title: `Aperçu de ${name}` }));
  }
  place.scrollIntoView({ block: 'nearest' });
}

async function showPages(place, address, name) {
  place.append(make('p', { role: 'status', textContent: 'Chargement de l’aperçu…' }));
  const answer = await fetch(address, { headers: { Accept: 'application/json' } }).catch(() => null);
  const { pages = 0 } = answer?.ok ? await answer.json() : {};
  if (!pages) {
    place.replaceChildren(make('p', { textContent: UNDRAWN }));
    return;
  }
  let at = 1;
  const said = make('span', { role: 'status' });
  const before = make('button', { type: 'button', className: 'btn btn-default btn-sm', textContent: 'Page précédente' });
  const after = make('button', { type: 'button', className: 'btn btn-default btn-sm', textContent: 'Page suivante' });
  const image = picture('', '', place);
  const turn = (to) => {
    at = to;
    image.src = `${address}/${at}`;
    image.alt = `Page ${at} de ${name}`;
    said.textContent = `Page ${at} sur ${pages}`;
    before.disabled = at === 1;
    after.disabled = at === pages;
  };
  before.addEventListener('click', () => turn(at - 1));
  after.addEventListener('click', () => turn(at + 1));
  const bar = make('p', { className: 'dossier__pages' });
  bar.append(before, said, after);
  place.replaceChildren(bar, image);
  image.addEventListener('load', () => place.scrollIntoView({ block: 'nearest' }), { once: true });
  turn(1);
}

function picture(src, alt, place) {
  const image = make('img', { alt });
  image.addEventListener('error', () => place.replaceChildren(make('p', { textContent: UNDRAWN })));
  if (src) image.src = src;
  return image;
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
