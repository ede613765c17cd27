const units = new Intl.NumberFormat('fr-FR');
const oneDecimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

const KILO = 1024;
const NBSP = '\u00a0';

/** A whole number as French people write it: 5000 → "5 000" (narrow no-break space). */
export function formatNumber(number) {
  return units.format(number);
}

/** A size in bytes for people: "512 o", "34 ko", "1,2 Mo". */
export function formatSize(bytes) {
  if (bytes < KILO) return `${bytes}${NBSP}o`;
  if (bytes < KILO * KILO) return `${units.format(Math.round(bytes / KILO))}${NBSP}ko`;
  return `${oneDecimal.format(bytes / KILO / KILO)}${NBSP}Mo`;
}

/** "1 fichier", "3 fichiers": French takes the plural from two on. */
export function plural(count, singular, several = `${singular}s`) {
  return `${formatNumber(count)} ${count >= 2 ? several : singular}`;
}

/** What the counter under a text area says. */
export function counterText(length, max) {
  const excess = length - max;
  const base = `${formatNumber(length)} / ${formatNumber(max)} caractères`;
  return excess > 0 ? `${base} : ${formatNumber(excess)} de trop` : base;
}
