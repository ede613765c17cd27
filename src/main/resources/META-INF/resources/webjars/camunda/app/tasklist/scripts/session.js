/* the bundle of the portal's own session dialog */
import '/assets/agents.js';

/* Tasklist has a sign-in form of its own, which is closed here: whoever is sent to it goes to the agents' page. */
function leaveClosedForm() {
  if (window.location.hash.startsWith('#/login')) {
    window.location.assign('/agents/connexion?etat=expiree');
  }
}

window.addEventListener('hashchange', leaveClosedForm);
leaveClosedForm();
