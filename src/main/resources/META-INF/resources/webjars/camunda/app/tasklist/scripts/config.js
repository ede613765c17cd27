/* What Tasklist reads at its start; it wins over the file of the same name in Camunda's own jar. */
export default {
  dateFormat: {
    normal: 'DD/MM/YYYY HH:mm',
    long: 'DD/MM/YYYY HH:mm:ss',
    short: 'DD/MM/YYYY'
  },
  disableWelcomeMessage: true,
  customScripts: ['scripts/session.js', 'scripts/dossier.js']
};
