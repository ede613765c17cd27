/* A notice that a form was refused is about that attempt: it is gone when the agent tries again or turns to another task. */
const TURN = 'li.task, .task-filter, .form-actions button';
const CLOSE = '.page-notifications [ng-click^="removeNotification"]';

document.addEventListener('click', ({ target }) => {
  if (target.closest(TURN)) document.querySelectorAll(CLOSE).forEach((button) => button.click());
}, true);
