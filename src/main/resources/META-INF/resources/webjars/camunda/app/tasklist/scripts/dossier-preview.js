/* A file shown below its line, in a frame whose content has no right at all: no script, no network, no origin. */

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
  const { preview, name } = button.dataset;
  const place = Object.assign(document.createElement('div'), { className: 'dossier__preview' });
  const frame = Object.assign(document.createElement('iframe'), { src: preview, title: `Aperçu de ${name}` });
  const alone = Object.assign(document.createElement('a'), {
    href: preview, target: '_blank', rel: 'noopener', textContent: 'Ouvrir dans un nouvel onglet'
  });
  place.append(frame, alone);
  line.append(place);
}
