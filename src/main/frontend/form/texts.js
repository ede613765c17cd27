/** form-js asks its service `translate` for every text it shows; these are all of its keys that a portal form can meet. */
const FRENCH = {
  'Field is required.': 'Ce champ est obligatoire.',
  'Field must match pattern {value}.': 'Le format de cette réponse n’est pas celui attendu.',
  'Field must have minimum value of {value}.': 'La valeur minimale est {value}.',
  'Field must have maximum value of {value}.': 'La valeur maximale est {value}.',
  'Min validation value is not a valid number.': 'La valeur minimale de ce champ est mal définie.',
  'Max validation value is not a valid number.': 'La valeur maximale de ce champ est mal définie.',
  'Field must have minimum length of {value}.': 'Saisissez au moins {value} caractères.',
  'Field must have maximum length of {value}.': 'Ne dépassez pas {value} caractères.',
  'Field must be a valid international phone number. (e.g. +4930664040900)':
    'Saisissez un numéro au format international, par exemple +33512345678.',
  'Field must be a valid email.': 'Saisissez une adresse e-mail valide, par exemple nom@exemple.fr.',
  'Value is not a number.': 'Saisissez un nombre.',
  'Value is expected to be an integer.': 'Saisissez un nombre entier.',
  'Value is expected to have at most 1 decimal digit.': 'Un seul chiffre après la virgule au plus.',
  'Value is expected to have at most {value} decimal digits.': '{value} chiffres après la virgule au plus.',
  'Please select a valid value, the two nearest valid values are {previousValue} and {nextValue}.':
    'Valeurs possibles les plus proches : {previousValue} et {nextValue}.',
  'Date and time must both be entered.': 'Saisissez la date et l’heure.',
  'No content to show.': 'Rien à afficher.',
  'Nothing to show.': 'Rien à afficher.',
  Increment: 'Augmenter',
  Decrement: 'Diminuer',
  'Skip to search': 'Aller à la recherche',
  'Remove tag': 'Retirer ce choix',
  Search: 'Rechercher',
  'No results': 'Aucun résultat',
  'All values selected': 'Tous les choix sont sélectionnés',
  '{page} of {total}': '{page} sur {total}',
  'Previous page': 'Page précédente',
  'Next page': 'Page suivante',
  'Click to sort by {value} descending': 'Trier par {value}, ordre décroissant',
  'Click to sort by {value} ascending': 'Trier par {value}, ordre croissant',
  'Click to remove sorting': 'Ne plus trier',
  'No files selected': 'Aucun fichier choisi',
  '{value} files selected': '{value} fichiers choisis',
  'Document reference is not defined.': 'Le document n’est pas défini.',
  'Unable to download document': 'Le document n’a pas pu être téléchargé',
  'Download {fileName}': 'Télécharger {fileName}',
  'Add new': 'Ajouter',
  'Expand all ({value})': 'Tout afficher ({value})',
  Collapse: 'Réduire',
};

/** form-js's service `translate`: the French text with its `{placeholders}` filled in. */
export function translate(template, replacements = {}) {
  return (FRENCH[template] ?? template).replace(/{([^}]+)}/g, (_, key) => replacements[key] ?? `{${key}}`);
}
