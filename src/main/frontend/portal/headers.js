/**
 * What the page sends along with a request that is no form, to spread into its headers: the CSRF token, and what the page
 * was opened for (another tab may have chosen another organism since). Empty when the page has neither.
 */
export function pageHeaders() {
  const header = content('csrf-header');
  const token = content('csrf-token');
  const scope = content('scope');
  return { ...(header && token ? { [header]: token } : {}), ...(scope ? { 'X-Navette-Scope': scope } : {}) };
}

function content(name) {
  return document.querySelector(`meta[name="${name}"]`)?.content;
}
