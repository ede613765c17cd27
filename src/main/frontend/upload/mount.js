import { showErrorSummary } from '../portal/error-summary.js';
import { createUploader } from './uploader.js';

export const STILL_SENDING = 'Des fichiers sont encore en cours d’envoi. Attendez la fin, puis validez.';

/** Upload options as the server writes them in `data-upload-*` attributes. */
export function uploadOptions({ uploadUrl, uploadRules, uploadFiles, uploadLabel }) {
  return { url: uploadUrl, rules: JSON.parse(uploadRules), files: JSON.parse(uploadFiles || '[]'), label: uploadLabel };
}

/** Turns each `[data-upload]` of an ordinary form into an upload area tied to the form's hidden input `files`. */
export function mountUploads(root) {
  for (const place of root.querySelectorAll('[data-upload]')) {
    if (place.firstElementChild) continue; // already mounted
    const form = place.closest('form');
    const hidden = form.elements.namedItem('files');
    const uploader = createUploader({
      ...uploadOptions(place.dataset),
      onChange: (ids) => { hidden.value = ids.join(','); },
    });
    place.append(uploader.element);
    form.addEventListener('submit', (event) => {
      if (!uploader.isBusy()) return;
      event.preventDefault();
      uploader.showErrors([STILL_SENDING]);
      showErrorSummary([{ message: STILL_SENDING, target: uploader.id }]);
    });
  }
}
