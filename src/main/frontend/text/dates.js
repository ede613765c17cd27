const TIME_ZONE = 'Europe/Paris';
// this locale writes dates as yyyy-mm-dd
const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The current day in Paris, yyyy-mm-dd. */
export function today(now = new Date()) {
  return isoDay.format(now);
}

export function isIsoDate(value) {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isRealDay(...value.split('-').map(Number));
}

/** Reads a typed day (5/3/1980, 05-03-1980, 05.03.1980, 05031980) as yyyy-mm-dd, or null when it is none. */
export function parseTypedDate(text) {
  const found = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/.exec(text) ?? /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  if (!found) return null;
  const [day, month, year] = found.slice(1).map(Number);
  return isRealDay(year, month, day) ? `${found[3]}-${pad(month)}-${pad(day)}` : null;
}

/** yyyy-mm-dd → dd/mm/yyyy; any other text (a date being typed) is returned as it is. */
export function formatDate(value) {
  return isIsoDate(value) ? value.split('-').reverse().join('/') : value ?? '';
}

/** A bound as written in a form: "today", "today-18y" or an ISO day; undefined when there is none. */
export function resolveBound(bound, now = today()) {
  const relative = /^today(?:-(\d{1,3})y)?$/.exec(bound ?? '');
  if (relative) return relative[1] ? yearsBefore(now, Number(relative[1])) : now;
  return isIsoDate(bound) ? bound : undefined;
}

/** Says in French why a day is refused by its bounds, or null. ISO days compare as texts. */
export function checkDate(value, { min, max, message } = {}, now = today()) {
  if (!isIsoDate(value)) return 'Saisissez une date qui existe, sous la forme jj/mm/aaaa.';
  const earliest = resolveBound(min, now);
  const latest = resolveBound(max, now);
  if (earliest && value < earliest) return message || `La date ne peut pas être avant le ${formatDate(earliest)}.`;
  if (latest && value > latest) return message || `La date ne peut pas être après le ${formatDate(latest)}.`;
  return null;
}

/** The 29th of February becomes the 28th in other years, as on the server. */
function yearsBefore(day, years) {
  const [year, month, date] = day.split('-').map(Number);
  const last = isRealDay(year - years, month, date) ? date : date - 1;
  return `${String(year - years).padStart(4, '0')}-${pad(month)}-${pad(last)}`;
}

function isRealDay(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function pad(number) {
  return String(number).padStart(2, '0');
}
