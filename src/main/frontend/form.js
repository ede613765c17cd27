/* The page that shows a deployed form: form-js with our fields, our checks and French texts. */
import { mountForm } from './form/mount.js';

document.querySelectorAll('form[data-navette-form]').forEach(mountForm);
