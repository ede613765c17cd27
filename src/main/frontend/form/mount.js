import { createForm } from '@bpmn-io/form-js-viewer';
import { showErrorSummary } from '../portal/error-summary.js';
import { applyTransform } from '../text/transforms.js';
import { STILL_SENDING, uploadOptions } from '../upload/mount.js';
import { createUploader } from '../upload/uploader.js';
import { autosave } from './autosave.js';
import { navetteModule } from './module.js';
import { proveWork } from './proof.js';
import { suggestions } from './suggestions.js';

const UNUSABLE = 'Le formulaire n’a pas pu être affiché. Rechargez la page ; si cela se répète, prévenez l’organisme.';

/**
 * Shows the form described by an element's data attributes, and sends it as an ordinary POST once it is right.
 *
 * @param page the `<form data-navette-form>` of the page
 */
export async function mountForm(page) {
  const { schema, answers, context, errors } = read(page.dataset);
  const canned = JSON.parse(page.dataset.canned || '[]');
  const uploader = page.dataset.uploadUrl ? createUploader(uploadOptions(page.dataset)) : null;
  try {
    const form = await createForm({
      container: page.querySelector('[data-form-mount]'),
      schema,
      data: { ...context, ...answers },
      uploader,
      additionalModules: [navetteModule, { cannedAnswers: ['value', canned] }],
    });
    // a listener that returns something keeps the event from those after it
    form.on('changed', ({ data }) => {
      page.dispatchEvent(new CustomEvent('navette:changed', { bubbles: true, detail: asStored(form, data) }));
    });
    letMarkBeALink(page);
    showServerErrors(form, errors, answers, uploader);
    page.addEventListener('submit', (event) => onSubmit(event, page, form, uploader));
    // behind the checks: only what is right is worth a proof
    proveWork(page);
    suggestions(page, form);
    autosave(page, () => asStored(form, form._getState().data));
    keepStill(page.querySelector('[type=submit]'));
  } catch (error) {
    showErrorSummary([{ message: UNUSABLE }]);
    throw error;
  }
}

function read({ schema, answers, context, errors }) {
  return Object.fromEntries(Object.entries({ schema, answers, context, errors })
    .map(([name, text]) => [name, JSON.parse(text || '{}')]));
}

function onSubmit(event, page, form, uploader) {
  if (event.target !== page) {
    // form-js draws a form of its own inside ours: a button or an Enter key there means ours
    page.requestSubmit();
    return;
  }
  form.get('checks').forgetRefusals();
  const { data, errors } = form.submit();
  const found = listErrors(form, errors);
  const isSending = uploader?.isBusy() ?? false;
  uploader?.showErrors(isSending ? [STILL_SENDING] : []);
  if (isSending) found.push({ message: STILL_SENDING, target: uploader.id });
  if (found.length) {
    showErrorSummary([...found, ...beside(page)]);
    event.preventDefault();
    return;
  }
  showErrorSummary([]);
  page.elements.answers.value = JSON.stringify(asStored(form, data));
  if (page.elements.files) page.elements.files.value = uploader?.element.isConnected ? uploader.ids().join(',') : '';
}

/** What the server would refuse beside the fields of the form, told together with what is wrong in them. */
function beside({ dataset: { also, alsoAt: target } }) {
  return (also || '').split('\n').filter(Boolean).map((message) => ({ message, target }));
}

/**
 * Pressing the button does not leave the field first: the error that leaving may show would move the button away from the
 * pointer, and the click would be lost.
 */
function keepStill(button) {
  button?.addEventListener('mousedown', (event) => event.preventDefault());
}

/** Answers with their transforms applied: Enter sends a field that has not been left. */
function asStored(form, data) {
  const fields = form.get('formFieldRegistry').getAll();
  return Object.fromEntries(Object.entries(data).map(([key, value]) =>
    [key, applyTransform(fields.find((field) => field.key === key)?.properties?.transform, value)]));
}

function showServerErrors(form, errors, answers, uploader) {
  const { files = [], ...others } = errors;
  const fields = form.get('formFieldRegistry').getAll();
  form.get('checks').refuse(others, answers);
  const byId = {};
  const general = [];
  for (const [key, messages] of Object.entries(others)) {
    const field = fields.find((candidate) => candidate.key === key);
    if (field) byId[field.id] = messages;
    // what stands beside the form is named by its id
    else general.push(...messages.map((message) => ({ message, target: document.getElementById(key)?.id })));
  }
  form._setState({ errors: byId });
  uploader?.showErrors(files);
  general.push(...files.map((message) => ({ label: 'Fichiers', message, target: uploader?.id })));
  const all = [...general, ...listErrors(form, byId)];
  if (all.length) requestAnimationFrame(() => showErrorSummary(all));
}

/** form-js's errors `{ fieldId: [messages] }` in the order of the page, for the summary. */
function listErrors(form, errors) {
  return form.get('formFieldRegistry').getAll()
    .filter(({ id }) => errors[id])
    .flatMap((field) => [errors[field.id]].flat().map((message) => ({
      label: field.label || field.dateLabel,
      message,
      target: controlId(form, field),
    })));
}

function controlId(form, { id, type }) {
  const domId = `fjs-form-${form._id}-${id}`;
  return type === 'radio' || type === 'checklist' ? `${domId}-0` : domId;
}

/** The mark of bpmn.io stays as it is, in English; its click goes to the site rather than to a box that keys cannot close. */
function letMarkBeALink(page) {
  const mark = page.querySelector('.fjs-powered-by-link');
  mark?.setAttribute('lang', 'en');
  page.addEventListener('click', (event) => {
    if (event.target.closest('.fjs-powered-by-link')) event.stopPropagation();
  }, true);
}
