/* What Tasklist says in English out of its locale file's reach: the page's language, calendars, what form-js answers. */
import { storeLocale } from './locale.js';

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const SHORT_MONTHS = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');
const DAYS = 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' ');
const SHORT_DAYS = 'dim. lun. mar. mer. jeu. ven. sam.'.split(' ');

/* form-js 1.8, which Tasklist brings, has no service to translate its texts: they are replaced as they appear. */
const TEXTS = [
  ['Field is required.', 'Ce champ est obligatoire.'],
  [/^Field must match pattern .*$/, 'Le format de cette réponse n’est pas celui attendu.'],
  [/^Field must have minimum value of (\d*)\.(\d+)\.$/, 'La valeur minimale est $1,$2.'],
  [/^Field must have minimum value of (.*)\.$/, 'La valeur minimale est $1.'],
  [/^Field must have maximum value of (.*)\.$/, 'La valeur maximale est $1.'],
  [/^Field must have minimum length of (.*)\.$/, 'Saisissez au moins $1 caractères.'],
  [/^Field must have maximum length of (.*)\.$/, 'Ne dépassez pas $1 caractères.'],
  [/^Field must be a valid {1,2}international phone number\..*$/,
    'Saisissez un numéro au format international, par exemple +33512345678.'],
  ['Field must be a valid email.', 'Saisissez une adresse e-mail valide, par exemple nom@exemple.fr.'],
  ['Value is not a number.', 'Saisissez un nombre.'],
  ['Value is expected to be an integer.', 'Saisissez un nombre entier.'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, 'Chiffres après la virgule : $1 au plus.'],
  [/^Please select a valid value, the two nearest valid values are (.*) and (.*)\.$/,
    'Valeurs possibles les plus proches : $1 et $2.'],
  ['Date and time must both be entered.', 'Saisissez la date et l’heure.'],
  ['Select', 'Choisir'],
  ['Search', 'Rechercher'],
  ['No results', 'Aucun résultat'],
  ['All values selected', 'Tous les choix sont sélectionnés'],
  ['Nothing to show.', 'Rien à afficher.'],
  ['No content to show.', 'Rien à afficher.'],
  ['Add new', 'Ajouter'],
  ['Collapse', 'Réduire'],
  [/^Expand all \((\d+)\)$/, 'Tout afficher ($1)'],
  [/^Remove list item (\d+)$/, 'Retirer l’élément $1'],
  ['Remove tag', 'Retirer ce choix'],
  ['Increment', 'Augmenter'],
  ['Decrement', 'Diminuer'],
  ['Previous page', 'Page précédente'],
  ['Next page', 'Page suivante'],
  [/^Click to sort by (.*) descending$/, 'Trier par $1, ordre décroissant'],
  [/^Click to sort by (.*) ascending$/, 'Trier par $1, ordre croissant'],
  ['Click to remove sorting', 'Ne plus trier'],
  [/^(\d+) of (\d+)$/, '$1 sur $2'],
  ['dd/mm/yyyy', 'jj/mm/aaaa'],
  ['hh:mm ?m', 'hh:mm'],
  ['previous', 'précédent'],
  ['next', 'suivant'],
  ['zoom in', 'agrandir'],
  ['zoom out', 'réduire'],
  ['reset zoom', 'taille d’origine']
];
/* where these texts are: forms, Tasklist's calendar, the diagram's buttons */
const PLACES = '.fjs-container, .uib-datepicker, [cam-widget-bpmn-viewer] .navigation';
const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];
/* what people have written, in the form or in its schema, is left as it is */
const WRITTEN = 'label, .fjs-form-field-text, .fjs-form-field-html, .fjs-dropdownlist-item, td:not([colspan])';

function inFrench(text) {
  for (const [english, french] of TEXTS) {
    if (typeof english === 'string' ? english === text : english.test(text)) return text.replace(english, french);
  }
  return text;
}

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (!node.parentElement?.closest(PLACES) || node.parentElement.closest(WRITTEN)) return;
    const french = inFrench(node.data);
    if (french !== node.data) node.data = french;
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    if (node.closest(PLACES)) ATTRIBUTES.forEach((name) => translateAttribute(node, name));
    node.childNodes.forEach(translate);
  }
}

function translateAttribute(element, name) {
  const english = element.getAttribute(name);
  const french = english && inFrench(english);
  if (french && french !== english) element.setAttribute(name, french);
}

function translateForms() {
  new MutationObserver((changes) => changes.forEach(({ type, target, addedNodes }) => {
    if (type === 'childList') addedNodes.forEach(translate);
    else translate(target);
  })).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES
  });
}

/** Tasklist's calendar and numbers, then those of forms; a date is written day first whatever the browser's language. */
function translateDates() {
  window.angular.module('ui.bootstrap').decorator('$locale', ['$delegate', (locale) => {
    Object.assign(locale.DATETIME_FORMATS, {
      MONTH: MONTHS, STANDALONEMONTH: MONTHS, SHORTMONTH: SHORT_MONTHS, DAY: DAYS, SHORTDAY: SHORT_DAYS, FIRSTDAYOFWEEK: 0
    });
    Object.assign(locale.NUMBER_FORMATS, { DECIMAL_SEP: ',', GROUP_SEP: '\u202f' });
    return locale;
  }]);
  window.flatpickr?.localize({
    firstDayOfWeek: 1,
    months: { longhand: MONTHS, shorthand: SHORT_MONTHS },
    weekdays: { longhand: DAYS, shorthand: SHORT_DAYS },
    monthAriaLabel: 'Mois',
    yearAriaLabel: 'Année'
  });
  window.flatpickr?.setDefaults({ ariaDateFormat: 'j F Y' });
  // 'default' is what form-js asks for
  const inFrenchByDefault = ([locale = 'default', ...options]) => [locale === 'default' ? 'fr' : locale, ...options];
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct: (type, given) => Reflect.construct(type, inFrenchByDefault(given)),
    apply: (type, self, given) => Reflect.apply(type, self, inFrenchByDefault(given))
  });
}

document.documentElement.lang = 'fr';
translateDates();
translateForms();
await storeLocale('tasklist');
