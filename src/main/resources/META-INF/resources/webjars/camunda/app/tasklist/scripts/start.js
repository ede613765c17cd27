/* Tasklist's dialog that starts a process: its way in the bar, for those who have one to start, and what it lacks. */
const STARTABLE = '/camunda/api/engine/engine/default/process-definition/count'
  + '?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true';
const FIELD = '.fjs-container :is(input, textarea, select):not([disabled])';
const MISTAKE = '.fjs-container [aria-invalid="true"]';
/* form-js keeps in the browser a form whose session ends; that of a start has no name of its own, so that whoever opens
   a start form next, somebody else perhaps, would find it filled in */
const KEPT = 'camunda-form:undefined';

async function offer() {
  const answer = await fetch(STARTABLE, { headers: { Accept: 'application/json' } }).catch(() => null);
  const found = answer?.ok ? await answer.json() : { count: 0 };
  document.body.classList.toggle('navette-starts', found.count > 0);
}

/* A name for those who do not see it. */
function name(dialog) {
  const title = dialog.querySelector('.modal-title')?.textContent.trim();
  if (title) dialog.setAttribute('aria-label', title);
  dialog.setAttribute('aria-modal', 'true');
}

/* Camunda puts the focus into its own kinds of forms, but not into those of form-js. Returns the form that has had it. */
function focusOnce(dialog, before) {
  const form = dialog.querySelector('.fjs-container');
  if (form === before) return form;
  const field = dialog.querySelector(FIELD);
  if (form && !field) return before;
  field?.focus();
  return form;
}

/* A refusal takes the place of the one before, and is seen from the end of a long form too. */
function showRefusal(dialog, before) {
  const alerts = [...dialog.querySelectorAll('.notifications .alert')];
  const last = alerts.pop();
  if (last === before) return before;
  alerts.forEach((alert) => alert.querySelector('[ng-click^="removeNotification"]').click());
  (dialog.querySelector(MISTAKE) ?? last)?.scrollIntoView({ block: 'nearest' });
  return last;
}

function follow(dialog) {
  let form = null;
  let refusal;
  new MutationObserver(() => {
    name(dialog);
    form = focusOnce(dialog, form);
    refusal = showRefusal(dialog, refusal);
  }).observe(dialog, { subtree: true, childList: true });
}

localStorage.removeItem(KEPT);
offer();
new MutationObserver((changes) => changes
  .flatMap(({ addedNodes }) => [...addedNodes])
  .filter((node) => node.nodeType === Node.ELEMENT_NODE && node.matches('.modal'))
  .forEach(follow)).observe(document.body, { childList: true });
