/**
 * The normalisations named by the custom property `transform` of a form field. The server applies the same ones before
 * storing; here they let people see what will be stored.
 */
const TRANSFORMS = {
  uppercase: (text) => text.toLocaleUpperCase('fr'),

  capitalize: (text) => text
    .toLocaleLowerCase('fr')
    .replace(/(^|[-\s'’])(\p{L})/gu, (_, before, letter) => before + letter.toLocaleUpperCase('fr')),

  /** Ten digits, however they are separated, become NN.NN.NN.NN.NN; anything else is left for the check to refuse. */
  phone: (text) => {
    const digits = text.replace(/[\s.\-\u00a0\u202f]/g, '');
    return /^\d{10}$/.test(digits) ? digits.match(/\d{2}/g).join('.') : text;
  },
};

/** Trims a text and applies the named transform; other values and unknown names are returned as they are. */
export function applyTransform(name, value) {
  if (typeof value !== 'string' || !TRANSFORMS[name]) return value;
  return TRANSFORMS[name](value.trim());
}
