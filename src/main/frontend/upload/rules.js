import { formatSize, plural } from '../text/numbers.js';

/** @typedef {{ maxCount: number, maxBytes: number, extensions: string[] }} Rules what the server accepts, said early */

/** Why a file cannot be sent, in French, or null. The server checks again, content included. */
export function refusal(file, rules, alreadyThere) {
  if (alreadyThere >= rules.maxCount) return `Vous ne pouvez pas joindre plus de ${plural(rules.maxCount, 'fichier')}.`;
  if (rules.extensions?.length && !rules.extensions.includes(extension(file.name))) {
    return `Ce type de fichier n’est pas accepté. Types possibles : ${rules.extensions.join(', ')}.`;
  }
  if (file.size === 0) return 'Ce fichier est vide.';
  if (file.size > rules.maxBytes) return `Ce fichier dépasse ${formatSize(rules.maxBytes)}.`;
  return null;
}

/** One sentence on what can be joined. */
export function rulesText(rules) {
  if (rules.maxCount === 0) return 'Le nombre maximal de fichiers est déjà joint à cette demande : vous ne pouvez plus en ajouter.';
  const types = rules.extensions?.length ? ` Types acceptés : ${rules.extensions.join(', ')}.` : '';
  return `${plural(rules.maxCount, 'fichier')} au plus, ${formatSize(rules.maxBytes)} par fichier.${types}`;
}

function extension(name) {
  return name.includes('.') ? name.split('.').pop().toLowerCase() : '';
}
