/* What Camunda's welcome page reads at its start; it wins over the file of the same name in Camunda's own jar. */
export default {
  app: { vendor: 'Navette –', name: 'Administration' },
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
  customScripts: ['scripts/french.js']
};
