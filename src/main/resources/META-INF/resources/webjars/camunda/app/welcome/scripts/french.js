import { storeLocale } from '../../tasklist/scripts/locale.js';

/* Camunda's page says that it is in English: screen readers would read it so. */
document.documentElement.lang = 'fr';
await storeLocale('welcome');
