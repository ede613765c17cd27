/* Lists begin with what is urgent, then with what has waited longest, until the agent chooses another order. */
const ORDER = [
  { sortBy: 'priority', sortOrder: 'desc' },
  { sortBy: 'created', sortOrder: 'asc' }
];

const { hash } = window.location;
if (!/[?&]sorting=/.test(hash)) {
  const path = hash || '#/';
  const order = encodeURIComponent(JSON.stringify(ORDER));
  window.history.replaceState(null, '', `${path}${path.includes('?') ? '&' : '?'}sorting=${order}`);
}
