/** The CSRF header of the page as an object to spread into request headers; empty when the page has none. */
export function csrfHeaders() {
  const header = content('csrf-header');
  const token = content('csrf-token');
  return header && token ? { [header]: token } : {};
}

function content(name) {
  return document.querySelector(`meta[name="${name}"]`)?.content;
}
