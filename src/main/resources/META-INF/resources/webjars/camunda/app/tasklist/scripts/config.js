/* What Tasklist reads at its start; it wins over the file of the same name in Camunda's own jar. */

// Camunda's loader gives up after seven seconds, and leaves the page blank: behind a slow line it waits as browsers do
window.require?.config?.({ waitSeconds: 0 });

export default {
  app: { vendor: 'Navette –', name: 'Liste de tâches' },
  // the desk is French, whatever language the browser asks for
  locales: {
    availableLocales: ['fr'],
    fallbackLocale: 'fr'
  },
  dateFormat: {
    normal: 'DD/MM/YYYY HH:mm',
    long: 'DD/MM/YYYY HH:mm:ss',
    short: 'DD/MM/YYYY'
  },
  disableWelcomeMessage: true,
  shortcuts: {
    focusFilter: { key: 'ctrl+shift+f', description: 'aller au premier filtre' },
    focusList: { key: 'ctrl+alt+l', description: 'aller à la première tâche de la liste' },
    focusForm: { key: 'ctrl+alt+f', description: 'aller au premier champ du formulaire' },
    claimTask: { key: 'ctrl+alt+c', description: 'prendre la tâche ouverte' }
  },
  customScripts: ['scripts/session.js', 'scripts/order.js', 'scripts/french.js', 'scripts/dossier.js', 'scripts/menu.js', 'scripts/start.js', 'scripts/notices.js']
};
