/* Every page: small behaviours on top of plain server-rendered HTML, each in its file. */
import htmx from './portal/htmx.js';
import { submitSelectsOnChange } from './portal/autosubmit.js';
import { mountCounters } from './portal/counter.js';
import { closeMenusOnLeave } from './portal/details.js';
import { openDialogs } from './portal/dialog.js';
import { focusErrorSummary } from './portal/error-summary.js';
import { closeHintsOnEscape } from './portal/hints.js';
import { mountRawUploads } from './portal/raw-upload.js';
import { watchSession } from './portal/session.js';
import { guardSubmits } from './portal/submit-guard.js';
import { mountUploads } from './upload/mount.js';

guardSubmits();
submitSelectsOnChange();
closeMenusOnLeave();
closeHintsOnEscape();

// called for the page, then for every fragment that htmx brings in
htmx.onLoad((root) => {
  mountCounters(root);
  mountUploads(root);
  mountRawUploads(root);
  focusErrorSummary(root);
  openDialogs(root);
});

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', watchSession);
else watchSession();
