import { formatSize } from '../text/numbers.js';

/**
 * One line of the list of files: name, size, then progress, error or links.
 *
 * @param onRemove called when people ask to remove the file
 */
export function createRow({ name, size }, onRemove) {
  const element = document.createElement('li');
  element.className = 'upload__file';
  element.innerHTML = `
    <div class="upload__what">
      <span class="upload__name"></span> <span class="upload__size"></span>
      <progress class="upload__progress" max="100" hidden></progress>
      <p class="upload__error" hidden></p>
    </div>
    <div class="upload__actions"><button type="button" class="btn btn-quiet">Supprimer<span class="visually-hidden"></span></button></div>`;
  const find = (selector) => element.querySelector(selector);
  const [progress, error, button] = ['progress', '.upload__error', 'button'].map(find);
  find('.upload__name').textContent = name;
  find('.upload__size').textContent = formatSize(size);
  find('button span').textContent = ` ${name}`;
  progress.setAttribute('aria-label', `Envoi de ${name}`);
  button.addEventListener('click', onRemove);

  return {
    element,
    button,
    progress(percent) {
      progress.hidden = false;
      progress.value = percent;
    },
    sent(stored) {
      progress.hidden = true;
      element.classList.add('upload__file--sent');
      if (stored.preview) button.before(link(stored.preview, 'Aperçu', name));
      if (stored.download) button.before(link(stored.download, 'Télécharger', name));
    },
    failed(message) {
      progress.hidden = true;
      element.classList.add('upload__file--failed');
      error.hidden = false;
      error.textContent = message;
    },
  };
}

function link(href, label, name) {
  const anchor = document.createElement('a');
  Object.assign(anchor, { href, target: '_blank', rel: 'noopener', className: 'btn btn-quiet', textContent: label });
  const more = Object.assign(document.createElement('span'), { className: 'visually-hidden' });
  more.textContent = `${label === 'Aperçu' ? ' de' : ''} ${name} (nouvel onglet)`;
  anchor.append(more);
  return anchor;
}
